/** Portions of the food tables, whose labels are English: what is counted, one and several, and what is said of it after a comma. */

const counted: Record<string, readonly [one: string, other: string]> = {
  package: ["paquete", "paquetes"], packet: ["sobre", "sobres"], container: ["envase", "envases"], unit: ["unidad", "unidades"], item: ["unidad", "unidades"], order: ["ración", "raciones"],
  individual: ["unidad", "unidades"], "nlea serving": ["ración", "raciones"], fruit: ["pieza", "piezas"], whole: ["pieza entera", "piezas enteras"], pieces: ["trozo", "trozos"], slices: ["rebanada", "rebanadas"],
  head: ["cabeza", "cabezas"], leaf: ["hoja", "hojas"], leaves: ["hoja", "hojas"], stalk: ["tallo", "tallos"], spear: ["espárrago", "espárragos"], sprigs: ["ramita", "ramitas"], wedge: ["gajo", "gajos"], ring: ["aro", "aros"],
  stick: ["barra", "barras"], block: ["bloque", "bloques"], ear: ["mazorca", "mazorcas"], clove: ["diente", "dientes"], bunch: ["manojo", "manojos"], strip: ["tira", "tiras"], strips: ["tira", "tiras"], pat: ["nuez", "nueces"],
  dash: ["pizca", "pizcas"], bag: ["bolsa", "bolsas"], square: ["cuadrado", "cuadrados"], round: ["rodaja", "rodajas"], link: ["salchicha", "salchichas"], patty: ["hamburguesa", "hamburguesas"], halves: ["mitad", "mitades"],
  breast: ["pechuga", "pechugas"], thigh: ["contramuslo", "contramuslos"], drumstick: ["muslo", "muslos"], wing: ["alita", "alitas"], fillet: ["filete", "filetes"], steak: ["filete", "filetes"], roast: ["asado", "asados"],
  sandwich: ["sándwich", "sándwiches"], tortilla: ["tortilla", "tortillas"], "each taco": ["taco", "tacos"], pita: ["pita", "pitas"], roll: ["panecillo", "panecillos"], cake: ["pieza", "piezas"], pie: ["tarta", "tartas"],
  cookie: ["galleta", "galletas"], cracker: ["galleta", "galletas"], biscuit: ["panecillo", "panecillos"], doughnut: ["rosquilla", "rosquillas"], pancake: ["tortita", "tortitas"], croissant: ["cruasán", "cruasanes"],
  melon: ["melón", "melones"], pepper: ["pimiento", "pimientos"], avocado: ["aguacate", "aguacates"], date: ["dátil", "dátiles"], cherry: ["cereza", "cerezas"], artichoke: ["alcachofa", "alcachofas"], eggplant: ["berenjena", "berenjenas"],
  frankfurter: ["salchicha", "salchichas"], jumbo: ["gigante", "gigantes"], mini: ["mini", "minis"], miniature: ["mini", "minis"], "extra small": ["muy pequeño", "muy pequeños"], tablespoon: ["cucharada", "cucharadas"],
  "can or bottle": ["lata o botella", "latas o botellas"], "cubic inch": ["cubo de 2,5 cm", "cubos de 2,5 cm"], "cup slices": ["taza en láminas", "tazas en láminas"], "cup chopped": ["taza troceada", "tazas troceadas"],
  "cup shredded": ["taza rallada", "tazas ralladas"], "cup pieces": ["taza en trozos", "tazas en trozos"], "cup sections": ["taza en gajos", "tazas en gajos"], "cup chips": ["taza en pepitas", "tazas en pepitas"], "tbsp chopped": ["cucharada picada", "cucharadas picadas"],
  "potato large": ["patata grande", "patatas grandes"], "potato medium": ["patata mediana", "patatas medianas"], "potato small": ["patata pequeña", "patatas pequeñas"], "serving 1 cup": ["ración de 1 taza", "raciones de 1 taza"], "serving 1/2 cup": ["ración de ½ taza", "raciones de ½ taza"],
};

const details: Record<string, string> = {
  chopped: "troceado", sliced: "en rodajas", slices: "en rodajas", diced: "en dados", "chopped or diced": "en dados", cubes: "en dados", shredded: "rallado", grated: "rallado", ground: "molido", mashed: "hecho puré", pureed: "triturado", crumbled: "desmenuzado",
  crushed: "machacado", melted: "fundido", whipped: "montado", halves: "en mitades", pieces: "en trozos", sections: "en gajos", balls: "en bolas", strips: "en tiras", cooked: "cocido", raw: "crudo", dry: "seco", drained: "escurrido", packed: "apretado", "not packed": "sin apretar",
  pitted: "sin hueso", boneless: "sin hueso", "bone removed": "sin hueso", "bone and skin removed": "sin hueso ni piel", "with skin": "con piel", "without skin": "sin piel", whole: "entero", large: "grande", medium: "mediano", small: "pequeño", thin: "fino", regular: "normal",
};

export const measures = { counted, details };
