const train = {
  title: "Entrenar",
  next: "Próxima sesión",
  recent: "Entrenamientos recientes",
  none: "Aquí aparecerán tus entrenamientos.",
  sets_one: "{{count}} serie",
  sets_other: "{{count}} series",
  exercises_one: "{{count}} ejercicio",
  exercises_other: "{{count}} ejercicios",
};
export default train;
