import type { MessageDto } from '#contracts';

export const exportLanguages = ['en', 'es', 'ca'] as const;
export type ExportLanguage = (typeof exportLanguages)[number];

interface ExportWords {
  readonly channels: Readonly<Record<MessageDto['channel'], string>>;
  readonly offChannel: string;
  readonly automatic: string;
  readonly asksForChange: string;
  readonly acceptsWork: string;
  readonly question: string;
  readonly promise: string;
  readonly open: string;
  readonly answered: string;
  readonly kept: string;
  readonly withdrawn: string;
  readonly timesIn: string;
  /** The last line, where more follows. */
  goesOn(number: number): string;
  page(number: number, of: number): string;
}

/** What is said around the messages of a thread that is taken away. */
export const exportWords: Readonly<Record<ExportLanguage, ExportWords>> = {
  en: {
    channels: {
      email: 'E-mail',
      chat: 'Chat',
      phone: 'Telephone',
      video: 'Video call',
      helpdesk: 'Help desk',
      'project-board': 'Project board',
    },
    offChannel: 'outside the agreed channels',
    automatic: 'written by a program',
    asksForChange: 'asks for a change of the agreement',
    acceptsWork: 'accepts work',
    question: 'answer expected by',
    promise: 'promised by',
    open: 'open',
    answered: 'answered',
    kept: 'kept',
    withdrawn: 'not needed any more',
    timesIn: 'times in',
    goesOn: (number) => `More follows: the next file begins with message ${number}.`,
    page: (number, of) => `Page ${number} of ${of}`,
  },
  es: {
    channels: {
      email: 'Correo',
      chat: 'Chat',
      phone: 'Teléfono',
      video: 'Videollamada',
      helpdesk: 'Centro de ayuda',
      'project-board': 'Tablero de proyecto',
    },
    offChannel: 'fuera de los canales acordados',
    automatic: 'escrito por un programa',
    asksForChange: 'pide un cambio del acuerdo',
    acceptsWork: 'acepta trabajo',
    question: 'se espera respuesta antes del',
    promise: 'prometido para el',
    open: 'pendiente',
    answered: 'respondido el',
    kept: 'cumplido el',
    withdrawn: 'ya no hace falta desde el',
    timesIn: 'horas de',
    goesOn: (number) => `Hay más: el archivo siguiente empieza por el mensaje ${number}.`,
    page: (number, of) => `Página ${number} de ${of}`,
  },
  ca: {
    channels: {
      email: 'Correu',
      chat: 'Xat',
      phone: 'Telèfon',
      video: 'Videotrucada',
      helpdesk: 'Centre d’ajuda',
      'project-board': 'Tauler de projecte',
    },
    offChannel: 'fora dels canals acordats',
    automatic: 'escrit per un programa',
    asksForChange: 'demana un canvi de l’acord',
    acceptsWork: 'accepta feina',
    question: 's’espera resposta abans del',
    promise: 'promès per al',
    open: 'pendent',
    answered: 'respost el',
    kept: 'complert el',
    withdrawn: 'ja no cal des del',
    timesIn: 'hores de',
    goesOn: (number) => `N’hi ha més: el fitxer següent comença pel missatge ${number}.`,
    page: (number, of) => `Pàgina ${number} de ${of}`,
  },
};
