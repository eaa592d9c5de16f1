const coach = {
  title: "Coach",
  ask: "Pregunta a tu coach",
  send: "Enviar",
  none: "Pregunta por tu entrenamiento, tu comida o tu progreso. Cada cifra dice de dónde sale.",
  thinking: "Tu coach está pensando",
};
export default coach;
