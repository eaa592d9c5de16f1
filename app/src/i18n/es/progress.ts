const progress = {
  title: "Progreso",
  weight: "Peso",
  none: "Aquí aparecerán tus medidas.",
  records: "Medidas recientes",
};
export default progress;
