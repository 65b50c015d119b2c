import { type ElsewhereTopic, listed } from './topic.js';

export const smallTalkTopics: readonly ElsewhereTopic[] = [
  // Nothing in particular.
  listed(
    `hello; good morning; how are you; thanks a lot; yes; no; test; what can you do; who are you; ok; bye; see you
     tomorrow; help; I don't know what to say`,
    `hola; buenos días; qué tal; muchas gracias; sí; no; prueba; qué sabes hacer; quién eres; vale; adiós; hasta
     mañana; ayuda; no sé qué decir`,
    `hola; bon dia; què tal; moltes gràcies; sí; no; prova; què saps fer; qui ets; d'acord; adeu; fins demà; ajuda; no
     sé què dir`,
  ),
  // Talk without a wish.
  listed(
    `hi there; is anybody there; good evening everybody; nice to meet you; are you a robot; how old are you; what's
     your name; I love you; you're useless; never mind; let me think; just looking; I'm only trying this out; testing
     one two three; what's up; sorry, wrong chat; happy birthday; merry Christmas; have a nice day; cool; lol;
     whatever; no idea; I'm tired; that's all; start; next; cheers; please; congratulations`,
    `buenas; hay alguien ahí; buenas tardes a todos; encantado de conocerte; eres un robot; cuántos años tienes; cómo
     te llamas; te quiero; eres un inútil; da igual; déjame pensar; solo estoy mirando; estoy probando a ver qué sale;
     probando uno dos tres; qué onda; perdón, me he equivocado de chat; feliz cumpleaños; feliz Navidad; que tengas un
     buen día; genial; jajaja; lo que sea; ni idea; estoy cansado; eso es todo; empezar; siguiente; órale; por favor;
     enhorabuena; holi; no gracias`,
    `bones; hi ha algú; bona tarda a tothom; encantat de coneixe't; ets un robot; quants anys tens; com et dius;
     t'estimo; ets un inútil; tant és; deixa'm pensar; només miro; ho provo a veure què surt; provant un dos tres; què
     passa; perdó, m'he equivocat de xat; per molts anys; bon Nadal; que tinguis un bon dia; genial; hahaha; el que
     sigui; ni idea; estic cansat; això és tot; començar; següent; apa; si us plau; felicitats; ep; no gràcies`,
  ),
  // Keys hit at random.
  listed(
    `asdf; qwerty; asdfghjkl; zxcvbn; lorem ipsum dolor sit amet; blah blah blah; xxx; abc; 12345; hjkl fdsa; aaaa; la
     la la; foo bar baz; mmm`,
    `asdf; qwerty; ñlkj; zxcvbnm; bla bla bla; jkjk; aaa bbb; 1234; poiu; lalala; ehhh; mmm; tralará`,
    `asdf; qwerty; ççç; zxcvb; bla bla bla; jkl jkl; aaa; 123; poiuy; lalala; ehem; mmm; xim pum`,
  ),
];
