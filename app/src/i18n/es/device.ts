const device = {
  topics: { reminders: "Recordatorios", timer: "Temporizador de descanso", news: "Novedades de tu entrenamiento" },
};
export default device;
