import { type ElsewhereTopic, listed } from './topic.js';

export const lookAlikeTopics: readonly ElsewhereTopic[] = [
  // Things that are called like what is kept in an office.
  listed(
    `the wall calendar fell off its nail; a calendar with pictures of kittens for the kitchen; someone smashed the
     mailbox at the gate; the letterbox is rusty and the key is lost; the invoice printer smears ink; a metal file for
     my nails; sharpen a file for the workshop; the wooden post of the fence is rotten; the filing cabinet is too
     heavy to move; a book to read at the beach; my desk wobbles; the desk drawer is locked; a folder with a broken
     ring; the clipboard snapped; the whiteboard won't wipe clean; the phone fell in the toilet; a keyboard with
     bigger keys; the label printer burns the paper; the stamp pad dried out; a notebook with a leather cover; the
     shredder is jammed with paper`,
    `el calendario de la pared se cayó del clavo; un calendario con fotos de gatitos para la cocina; han reventado el
     buzón de la verja; el buzón está oxidado y perdí la llave; la impresora de facturas suelta tinta; una lima de
     metal para las uñas; afilar una lima en el taller; el poste de madera de la valla está podrido; el archivador
     pesa demasiado para moverlo; un libro para leer en la playa; mi escritorio cojea; el cajón del escritorio está
     cerrado con llave; una carpeta con la anilla rota; la pizarra no se borra; se me cayó el teléfono al váter; un
     teclado con teclas más grandes; la impresora de etiquetas quema el papel; se secó el tampón del sello; una
     libreta con tapa de cuero; la destructora de papel se atascó`,
    `el calendari de la paret ha caigut del clau; un calendari amb fotos de gatets per a la cuina; han rebentat la
     bústia de la reixa; la bústia està rovellada i he perdut la clau; la impressora de factures perd tinta; una llima
     de metall per a les ungles; esmolar una llima al taller; el pal de fusta de la tanca està podrit; l'arxivador
     pesa massa per moure'l; un llibre per llegir a la platja; el meu escriptori balla; el calaix de l'escriptori està
     tancat amb clau; una carpeta amb l'anella trencada; la pissarra no s'esborra; m'ha caigut el telèfon al vàter; un
     teclat amb tecles més grosses; la impressora d'etiquetes crema el paper; s'ha assecat el tampó del segell; una
     llibreta amb tapa de cuir; la trituradora de paper s'ha embussat`,
  ),
  // The same word for something else.
  listed(
    `the stock exchange crashed; chicken stock for a soup; the minute hand of the clock is bent; a parking ticket on
     my windscreen; a ticket to the festival; the last chapter of the book; book of the dead; the house on the corner
     is haunted; tax my brain with a riddle; the draft under the door is cold; a draft beer; how do I save a penalty;
     my blood count; order in the court; the bill of a duck; a rental car key broke; the post on the lawn; a chase
     scene; the record player skips; vinyl records from the sixties; the spring in the sofa; cookies that melt in your
     mouth; an apple with a worm; windows that steam up; the mouse ate the cheese; a lead pipe; the dog's lead broke;
     a note on the piano; the return of the king`,
    `se hundió la bolsa; una bolsa de patatas; se dobló la manecilla de los minutos; me pusieron una multa en el
     parabrisas; una entrada para el festival; la banda toca en la plaza; la cuenta atrás del cohete; una cuenta de
     collar; hoja de lechuga; se cayeron las hojas del árbol; el banco del parque está roto; el correo del zar es una
     novela; el cartero es muy guapo; la bandeja de los canapés; una bandeja de plata; la red de pescar; una red para
     la portería; el ratón se comió el queso; manzanas con gusano; las ventanas se empañan; una nota en el piano; me
     quedé sin nota para medicina; el retorno del rey; la carta del restaurante; jugar a las cartas; un plano de la
     ciudad; una frase célebre de Cervantes; el recibo de la luz de casa`,
    `s'ha enfonsat la borsa; una bossa de patates; s'ha tort la busca dels minuts; m'han posat una multa al parabrisa;
     una entrada per al festival; la banda toca a la plaça; el compte enrere del coet; fulla d'enciam; han caigut les
     fulles de l'arbre; el banc del parc està trencat; el carter és molt guapo; la safata dels canapès; una safata de
     plata; la xarxa de pescar; una xarxa per a la porteria; el ratolí s'ha menjat el formatge; pomes amb cuc; les
     finestres s'entelen; una nota al piano; no m'arriba la nota per a medicina; el retorn del rei; la carta del
     restaurant; jugar a cartes; un plànol de la ciutat; una frase cèlebre de Pla; el rebut de la llum de casa; la
     paperera és plena; els papers pintats del menjador`,
  ),
];
