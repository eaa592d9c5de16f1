const train = {
  title: "Entrenar",
  recent: "Entrenamientos recientes",
  none: "Aquí aparecerán tus entrenamientos.",
  exercises_one: "{{count}} ejercicio",
  exercises_other: "{{count}} ejercicios",
};
export default train;
