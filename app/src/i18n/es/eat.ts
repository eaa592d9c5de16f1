const eat = {
  title: "Comer",
  today: "Comidas de hoy",
  none: "Aquí aparecerá lo que comas hoy.",
  breakfast: "Desayuno",
  lunch: "Comida",
  dinner: "Cena",
  snack: "Tentempié",
};
export default eat;
