import type { Worded } from '../catalogue/catalogue.js';

interface WorkplaceQuestion {
  readonly question: Worded;
  readonly critical?: true;
  readonly mayNotApply?: true;
}

/**
 * What is asked about a workplace at home. Rules of different countries want much the same things looked at; each
 * template takes the questions that its rules stand behind and cites them.
 */
export const workplaceQuestions = {
  'work-area': {
    question: {
      en: 'Is the place where the work is done named, and does this check cover that place and nothing else of the home?',
      es: '¿Está indicado el lugar donde se trabaja y se limita esta revisión a ese lugar, sin entrar en el resto de la vivienda?',
      ca: "Està indicat el lloc on es treballa i aquesta revisió es limita a aquest lloc, sense entrar a la resta de l'habitatge?",
    },
  },
  screen: {
    question: {
      en: 'Is the screen sharp and free of flicker, and can its brightness, height and angle be set?',
      es: '¿Se ve la pantalla nítida y sin parpadeos, y se pueden ajustar su brillo, su altura y su inclinación?',
      ca: "Es veu la pantalla nítida i sense pampallugues, i se'n poden ajustar la brillantor, l'alçada i la inclinació?",
    },
  },
  keyboard: {
    question: {
      en: 'Is the keyboard separate from the screen (with a laptop too), with room in front of it for hands and arms?',
      es: '¿Está el teclado separado de la pantalla (también con un portátil) y queda sitio delante para apoyar manos y brazos?',
      ca: 'El teclat està separat de la pantalla (també amb un portàtil) i queda lloc al davant per recolzar mans i braços?',
    },
  },
  desk: {
    question: {
      en: 'Is the desk stable, not shiny, and large enough for screen, keyboard and papers, with room for the legs below?',
      es: '¿Es la mesa estable, poco reflectante y bastante grande para pantalla, teclado y papeles, con sitio para las piernas?',
      ca: 'La taula és estable, poc reflectora i prou gran per a pantalla, teclat i papers, amb lloc per a les cames?',
    },
  },
  chair: {
    question: {
      en: 'Is the chair stable, and can the height of the seat and the height and tilt of the back be set?',
      es: '¿Es la silla estable, y se pueden ajustar la altura del asiento y la altura e inclinación del respaldo?',
      ca: "La cadira és estable, i es poden ajustar l'alçada del seient i l'alçada i la inclinació del respatller?",
    },
  },
  footrest: {
    question: {
      en: 'Is there a footrest for whoever wants one?',
      es: '¿Hay un reposapiés para quien lo desee?',
      ca: 'Hi ha un reposapeus per a qui el vulgui?',
    },
    mayNotApply: true,
  },
  space: {
    question: {
      en: 'Is there room to change position and to move about?',
      es: '¿Hay espacio para cambiar de postura y moverse?',
      ca: "Hi ha espai per canviar de postura i moure's?",
    },
  },
  lighting: {
    question: {
      en: 'Is the light good enough to read papers, without too strong a contrast with the screen?',
      es: '¿Es la luz suficiente para leer papeles, sin un contraste excesivo con la pantalla?',
      ca: 'La llum és prou bona per llegir papers, sense un contrast excessiu amb la pantalla?',
    },
  },
  glare: {
    question: {
      en: 'Are windows and lamps placed or covered so that they neither dazzle nor reflect in the screen?',
      es: '¿Están ventanas y lámparas situadas o cubiertas de modo que ni deslumbren ni se reflejen en la pantalla?',
      ca: 'Les finestres i els llums estan situats o tapats de manera que ni enlluernin ni es reflecteixin a la pantalla?',
    },
  },
  noise: {
    question: {
      en: 'Is it quiet enough to concentrate and to talk on the phone?',
      es: '¿Hay suficiente silencio para concentrarse y hablar por teléfono?',
      ca: 'Hi ha prou silenci per concentrar-se i parlar per telèfon?',
    },
  },
  climate: {
    question: {
      en: 'Are warmth, air and humidity comfortable all year round?',
      es: '¿Son la temperatura, el aire y la humedad agradables todo el año?',
      ca: "La temperatura, l'aire i la humitat són agradables tot l'any?",
    },
  },
  software: {
    question: {
      en: 'Are the programs fit for the work and easy to use, and is nothing measured that the assistant does not know of?',
      es: '¿Son los programas adecuados y fáciles de usar, y no se mide nada que la persona no sepa?',
      ca: "Els programes són adequats i fàcils d'usar, i no es mesura res que la persona no sàpiga?",
    },
  },
  breaks: {
    question: {
      en: 'Is the work at the screen interrupted by breaks or by other work?',
      es: '¿Se interrumpe el trabajo ante la pantalla con pausas o con otras tareas?',
      ca: "La feina davant la pantalla s'interromp amb pauses o amb altres tasques?",
    },
  },
  eyesight: {
    question: {
      en: 'Has a test of the eyes been offered, and glasses for the screen where they are needed?',
      es: '¿Se ha ofrecido una revisión de la vista, y gafas para la pantalla si hacen falta?',
      ca: "S'ha ofert una revisió de la vista, i ulleres per a la pantalla si calen?",
    },
  },
  electrical: {
    question: {
      en: 'Are sockets, plugs and cables whole, not overloaded, and away from water?',
      es: '¿Están enchufes, clavijas y cables en buen estado, sin sobrecargar y lejos del agua?',
      ca: "Els endolls, les clavilles i els cables estan en bon estat, sense sobrecarregar i lluny de l'aigua?",
    },
    critical: true,
  },
  walkways: {
    question: {
      en: 'Are cables and things kept off the floor where one walks?',
      es: '¿Está el suelo por donde se pasa libre de cables y objetos?',
      ca: 'El terra per on es passa està lliure de cables i objectes?',
    },
  },
  'way-out': {
    question: {
      en: 'Can the place be left at once in case of fire, and would a fire be noticed?',
      es: '¿Se puede salir enseguida en caso de incendio, y se notaría que lo hay?',
      ca: "Es pot sortir de seguida en cas d'incendi, i es notaria que n'hi ha?",
    },
    critical: true,
  },
  'first-aid': {
    question: {
      en: 'Is there a first-aid kit within reach, and is it known whom to call?',
      es: '¿Hay un botiquín a mano y se sabe a quién llamar?',
      ca: 'Hi ha una farmaciola a mà i se sap a qui trucar?',
    },
  },
  disconnection: {
    question: {
      en: 'Are the hours of rest agreed, in which no answer is expected?',
      es: '¿Están acordadas las horas de descanso, en las que no se espera respuesta?',
      ca: "S'han acordat les hores de descans, en què no s'espera resposta?",
    },
  },
  contact: {
    question: {
      en: 'Does the assistant know whom to talk to, so as not to be left alone with too much work or strain?',
      es: '¿Sabe con quién hablar para no quedarse a solas con demasiado trabajo o tensión?',
      ca: 'Sap amb qui parlar per no quedar-se sola o sol amb massa feina o tensió?',
    },
  },
  reporting: {
    question: {
      en: 'Does the assistant know how to report an accident, pain or a change of workplace?',
      es: '¿Sabe cómo comunicar un accidente, un dolor o un cambio de lugar de trabajo?',
      ca: 'Sap com comunicar un accident, un dolor o un canvi de lloc de treball?',
    },
  },
  'free-of-pain': {
    question: {
      en: 'Is the work done without pain or numbness in neck, back, shoulders, arms, hands or eyes?',
      es: '¿Se trabaja sin dolor ni entumecimiento en cuello, espalda, hombros, brazos, manos u ojos?',
      ca: "Es treballa sense dolor ni formigueig al coll, l'esquena, les espatlles, els braços, les mans o els ulls?",
    },
    critical: true,
  },
} as const satisfies Readonly<Record<string, WorkplaceQuestion>>;

export type WorkplaceQuestionCode = keyof typeof workplaceQuestions;
