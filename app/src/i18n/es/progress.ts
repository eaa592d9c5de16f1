const progress = {
  title: "Progreso",
  weight: "Peso",
  none: "Aquí aparecerán tus medidas.",
};
export default progress;
