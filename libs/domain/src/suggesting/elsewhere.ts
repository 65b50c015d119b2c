import type { CatalogueLanguage } from '../catalogue/catalogue.js';

/** What people also ask for and no assistant does from afar. It is never suggested: it competes with the duties. */
export type ElsewhereTopic = Readonly<Record<CatalogueLanguage, readonly string[]>>;

const listed = (en: string, es: string, ca: string): ElsewhereTopic => ({
  en: en.split(';').map((phrase) => phrase.trim()),
  es: es.split(';').map((phrase) => phrase.trim()),
  ca: ca.split(';').map((phrase) => phrase.trim()),
});

export const elsewhereTopics: readonly ElsewhereTopic[] = [
  // Things that are broken and have to be mended by hand.
  listed(
    `the dishwasher leaks; the lock is jammed and I need a locksmith; the printer makes a strange noise; my laptop keyboard is
     broken; the door squeaks; a window cracked; the fridge stopped cooling; the light bulb flickers; the chair wobbles; the tap
     drips; fix the roof; my phone fell into water; the van won't start; the brakes squeal; a flat tyre; the lift is stuck; the
     power is out in the building; a fuse blew; the drawer won't open; the zip is torn; the coffee machine is clogged; smoke
     comes out of the engine; the shutter doesn't close; someone to mend the shelf; the heating broke down; the toilet is blocked; the blinds are stuck; the screen is cracked; the oven makes no heat; the bike chain came off; the alarm won't stop; a bulb burst; glue the chair leg; the scooter battery is dead`,
    `el lavavajillas pierde agua; la cerradura se ha atascado y necesito un cerrajero; la impresora hace un ruido raro; el teclado
     del portátil está roto; la puerta chirría; se ha rajado un cristal; la nevera no enfría; la bombilla parpadea; la silla
     cojea; gotea el grifo; arreglar el tejado; se me cayó el móvil al agua; la furgoneta no arranca; chirrían los frenos; una
     rueda pinchada; el ascensor se ha parado; se fue la luz en el edificio; saltaron los plomos; el cajón no abre; se rompió la
     cremallera; la cafetera está atascada; sale humo del motor; la persiana no baja; alguien que arregle la estantería; se ha
     estropeado la calefacción; se me rompió la pantalla; el váter está atascado; la persiana se ha trabado; el horno no calienta; se salió la cadena de la bici; la alarma no para; pegar la pata de la silla; la batería del patinete no carga; la grapadora se ha roto`,
    `el rentaplats perd aigua; el pany s'ha encallat i necessito un manyà; la impressora fa un soroll estrany; el teclat del
     portàtil està trencat; la porta grinyola; s'ha esquerdat un vidre; la nevera no refreda; la bombeta fa pampallugues; la
     cadira balla; degota l'aixeta; arreglar la teulada; em va caure el mòbil a l'aigua; la furgoneta no arrenca; grinyolen els
     frens; una roda punxada; l'ascensor s'ha aturat; se n'ha anat la llum a l'edifici; han saltat els ploms; el calaix no obre;
     s'ha trencat la cremallera; la cafetera està embussada; surt fum del motor; la persiana no baixa; algú que arregli la
     prestatgeria; s'ha espatllat la calefacció; s'ha trencat la pantalla; el vàter està embussat; la persiana s'ha travat; el forn no escalfa; ha sortit la cadena de la bici; l'alarma no para; enganxar la pota de la cadira; la bateria del patinet no carrega; la grapadora s'ha trencat`,
  ),
  // Work that somebody has to be there for.
  listed(
    `drive me to the station; carry boxes up the stairs; a man with a van for a removal; clean the windows; mow the lawn; cut my
     hair at home; walk the dog; babysit tonight; cook dinner for us; paint the office walls; deliver these boxes across town;
     wash my car; a massage; iron my shirts; pick up the kids from school; a waiter for tonight's shift; build a wall; install the
     air conditioning; an electrician to put in lights; a plumber for a burst pipe; unload the lorry; look after my grandmother;
     guard the door at night; water the plants; dig a trench; someone strong to move furniture; a lift to the hospital; queue for me at the counter; taste my wine; sew a button; a model for a photo shoot; teach the staff first aid; carry the piano; feed the cat; a bricklayer for two days; hand out flyers in the street; stand at our booth at the fair; a driver with a licence for lorries`,
    `llévame a la estación; subir cajas por la escalera; un hombre con furgoneta para una mudanza; limpiar los cristales; cortar el
     césped; cortarme el pelo en casa; pasear al perro; una canguro para esta noche; que nos cocine la cena; pintar las paredes de
     la oficina; llevar estas cajas al otro lado de la ciudad; lavarme el coche; un masaje; plancharme las camisas; recoger a los
     niños del cole; un camarero para el turno de esta noche; levantar un muro; instalar el aire acondicionado; un electricista
     para poner luces; un fontanero por una tubería reventada; descargar el camión; cuidar de mi abuela; vigilar la puerta de
     noche; regar las plantas; cavar una zanja; alguien fuerte para mover muebles; que me acerquen al hospital; hacer cola por mí en la ventanilla; catar mi vino; coser un botón; un modelo para una sesión de fotos; dar clase de primeros auxilios; cargar el piano; dar de comer al gato; un albañil para dos días; repartir folletos por la calle; estar en nuestro puesto de la feria; un conductor de camión`,
    `porta'm a l'estació; pujar caixes per l'escala; un home amb furgoneta per a una mudança; netejar els vidres; tallar la gespa;
     tallar-me els cabells a casa; passejar el gos; una cangur per a aquesta nit; que ens cuini el sopar; pintar les parets de
     l'oficina; portar aquestes caixes a l'altra punta de la ciutat; rentar-me el cotxe; un massatge; planxar-me les camises;
     recollir els nens de l'escola; un cambrer per al torn d'aquesta nit; aixecar un mur; instal·lar l'aire condicionat; un
     electricista per posar llums; un lampista per una canonada rebentada; descarregar el camió; cuidar la meva àvia; vigilar la
     porta de nit; regar les plantes; cavar una rasa; algú fort per moure mobles; que m'acostin a l'hospital; fer cua per mi a la finestreta; tastar el meu vi; cosir un botó; un model per a una sessió de fotos; fer classe de primers auxilis; carregar el piano; donar menjar al gat; un paleta per a dos dies; repartir fullets pel carrer; ser a la nostra parada de la fira; un conductor de camió`,
  ),
  // Health.
  listed(
    `my tooth hurts; I have a fever and a cough; is this mole dangerous; what pill helps against migraine; I sprained my ankle; my
     back hurts when I bend; I can't sleep; how to lose ten kilos; am I pregnant; which vitamin should I take; my blood pressure is
     high; a rash on my arm; the baby won't stop crying; I feel dizzy; therapy for anxiety; my dog is sick and limps`,
    `me duele un diente; tengo fiebre y tos; es peligroso este lunar; qué pastilla va bien para la migraña; me torcí el tobillo; me
     duele la espalda al agacharme; no puedo dormir; cómo perder diez kilos; estoy embarazada; qué vitamina tomo; tengo la tensión
     alta; una erupción en el brazo; el bebé no para de llorar; estoy mareado; terapia para la ansiedad; mi perro está malo y cojea`,
    `em fa mal una dent; tinc febre i tos; és perillosa aquesta piga; quina pastilla va bé per a la migranya; em vaig torçar el
     turmell; em fa mal l'esquena quan m'ajupo; no puc dormir; com perdre deu quilos; estic embarassada; quina vitamina prenc; tinc
     la pressió alta; una erupció al braç; el nadó no para de plorar; estic marejat; teràpia per a l'ansietat; el meu gos està
     malalt i coixeja`,
  ),
  // Cooking and the household.
  listed(
    `a recipe for lentil soup; how long do I boil an egg; how to get a wine stain out; can I freeze bread; at what temperature do I
     bake a pie; how do I descale the kettle; what goes well with salmon; how do you wash wool; what to cook tonight; ants in the
     kitchen; the rice has weevils; how to sharpen knives; which detergent for silk`,
    `una receta de sopa de lentejas; cuánto se hierve un huevo; cómo se quita una mancha de vino; se puede congelar el pan; a qué
     temperatura se hornea una tarta; cómo se quita la cal del hervidor; qué va bien con el salmón; cómo se lava la lana; qué hago
     hoy de cenar; hormigas en la cocina; el arroz tiene gorgojos; cómo se afilan los cuchillos; qué detergente para la seda`,
    `una recepta de sopa de llenties; quant es bull un ou; com es treu una taca de vi; es pot congelar el pa; a quina temperatura
     s'enforna una coca; com es treu la calç del bullidor; què va bé amb el salmó; com es renta la llana; què faig avui per sopar;
     formigues a la cuina; l'arròs té corcs; com s'esmolen els ganivets; quin detergent per a la seda`,
  ),
  // Lessons and general knowledge.
  listed(
    `do my maths homework; solve this equation; write an essay about the French Revolution for school; what is the capital of
     Peru; who invented the telephone; how far is the moon; when did the war end; explain photosynthesis; teach me the guitar; I
     want to learn German; recommend a good novel; how many bones do we have; an exercise in integrals; what does this proverb
     mean; help me pass my exam; name the planets; a poem about autumn; what's the meaning of life; how do vaccines work; who wrote Hamlet; conjugate this verb; how tall is Everest; why is the sky blue; convert miles to kilometres; a summary of Don Quixote; tips for public speaking`,
    `hazme los deberes de mates; resuelve esta ecuación; una redacción sobre la Revolución francesa para clase; cuál es la capital
     de Perú; quién inventó el teléfono; a qué distancia está la luna; cuándo acabó la guerra; explica la fotosíntesis; enséñame a
     tocar la guitarra; quiero aprender alemán; recomiéndame una buena novela; cuántos huesos tenemos; un ejercicio de integrales;
     qué significa este refrán; ayúdame a aprobar el examen; nombra los planetas; un poema sobre el otoño; qué sentido tiene la vida; cómo funcionan las vacunas; quién escribió Hamlet; conjuga este verbo; cuánto mide el Everest; por qué el cielo es azul; pasar millas a kilómetros; un resumen del Quijote; trucos para hablar en público`,
    `fes-me els exercicis de matemàtiques; resol aquesta equació; una redacció sobre la Revolució francesa per a classe; quina és
     la capital del Perú; qui va inventar el telèfon; a quina distància és la lluna; quan va acabar la guerra; explica la
     fotosíntesi; ensenya'm a tocar la guitarra; vull aprendre alemany; recomana'm una bona novel·la; quants ossos tenim; què vol
     dir aquesta dita; ajuda'm a aprovar l'examen; anomena els planetes; un poema sobre la tardor; quin sentit té la vida; com funcionen les vacunes; qui va escriure Hamlet; conjuga aquest verb; quant fa l'Everest; per què el cel és blau; passar milles a quilòmetres; un resum del Quixot; trucs per parlar en públic`,
  ),
  // Programming and machines that compute.
  listed(
    `write a program in python; develop a mobile app from scratch; the server crashed; our network was hacked; set up the router;
     reinstall Windows; recover data from a broken disk; design a database in the cloud; train a neural network; a bug in the
     javascript; migrate the servers; build me a game; the wifi is slow; remove a virus; configure the firewall; code an algorithm`,
    `escribe un programa en python; desarrollar una app móvil desde cero; se ha caído el servidor; nos han hackeado la red;
     configurar el router; reinstalar Windows; recuperar datos de un disco roto; diseñar una base de datos en la nube; entrenar una
     red neuronal; un error en el javascript; migrar los servidores; hazme un juego; el wifi va lento; quitar un virus; configurar
     el cortafuegos; programar un algoritmo`,
    `escriu un programa en python; desenvolupar una app mòbil des de zero; ha caigut el servidor; ens han piratejat la xarxa;
     configurar el router; reinstal·lar Windows; recuperar dades d'un disc trencat; dissenyar una base de dades al núvol; entrenar
     una xarxa neuronal; un error al javascript; migrar els servidors; fes-me un joc; el wifi va lent; treure un virus; configurar
     el tallafocs; programar un algorisme`,
  ),
  // Buying, selling, lending.
  listed(
    `I want to sell my car; buy a second-hand motorbike; how much would you ask for a used piano; sell the flat I inherited; rent
     out my garage; a loan to open a shop; which bank lends fifty thousand; should I buy bitcoin; invest my savings in shares; a
     mortgage for a house; the lottery numbers; swap my boat for a caravan; is an electric car worth it; looking for a flat to
     share; I give away kittens; what is gold worth`,
    `quiero vender el coche; comprar una moto de segunda mano; cuánto pedirías por un piano usado; vender el piso que heredé;
     alquilar mi garaje; un préstamo para abrir una tienda; qué banco me deja cincuenta mil; compro bitcoins; invertir mis ahorros en
     bolsa; una hipoteca para una casa; los números de la lotería; cambio mi barco por una caravana; vale la pena un coche
     eléctrico; busco piso para compartir; regalo gatitos; a cuánto está el oro`,
    `vull vendre el cotxe; comprar una moto de segona mà; quant demanaries per un piano usat; vendre el pis que vaig heretar;
     llogar el meu garatge; un préstec per obrir una botiga; quin banc em deixa cinquanta mil; compro bitcoins; invertir els meus
     estalvis a la borsa; una hipoteca per a una casa; els números de la loteria; canvio la meva barca per una caravana; val la pena
     un cotxe elèctric; busco pis per compartir; regalo gatets; a quant va l'or`,
  ),
  // Leisure, weather, sport, and private life.
  listed(
    `who won the match; will it rain on Sunday; a film for tonight; my girlfriend left me; I want a tattoo of a rose; tickets for a
     concert; how to win at chess; tell me a joke; my horoscope; what shall I give my wife for her birthday; the best beach near
     here; train for a marathon; name for a puppy; I'm bored; I had a strange dream; a costume for carnival; sing me a song; my
     neighbour plays loud music; who will win the elections; divorce my husband; do you believe in ghosts; what shall I wear tonight; a restaurant for a date; is my ex coming back; a gift for my mum; how to stop smoking; a good series; bets on the derby; the metro is late; camping with kids; I miss my grandfather; which phone should I buy`,
    `quién ganó el partido; lloverá el domingo; una película para esta noche; me ha dejado la novia; quiero tatuarme una rosa;
     entradas para un concierto; cómo ganar al ajedrez; cuéntame un chiste; mi horóscopo; qué le regalo a mi mujer por su cumpleaños;
     la mejor playa de por aquí; entrenar para un maratón; nombre para un cachorro; me aburro; tuve un sueño raro; un disfraz de
     carnaval; cántame una canción; el vecino pone la música alta; quién ganará las elecciones; divorciarme de mi marido; crees en
     fantasmas; qué me pongo esta noche; un restaurante para una cita romántica; volverá mi ex; un regalo para mi madre; cómo dejar de fumar; una buena serie; apuestas para el derbi; el metro llega tarde; acampar con niños; echo de menos a mi abuelo; qué móvil me compro; qué partido tan malo`,
    `qui va guanyar el partit; plourà diumenge; una pel·lícula per a aquesta nit; m'ha deixat la xicota; vull tatuar-me una rosa;
     entrades per a un concert; com guanyar als escacs; explica'm un acudit; el meu horòscop; què li regalo a la dona per l'aniversari;
     la millor platja d'aquí; entrenar per a una marató; nom per a un cadell; m'avorreixo; vaig tenir un somni estrany; una disfressa de
     carnaval; canta'm una cançó; el veí posa la música alta; qui guanyarà les eleccions; divorciar-me del meu marit; creus en
     fantasmes; què em poso aquesta nit; un restaurant per a una cita romàntica; tornarà el meu ex; un regal per a la mare; com deixar de fumar; una bona sèrie; apostes per al derbi; el metro arriba tard; acampar amb nens; trobo a faltar l'avi; quin mòbil em compro; quin partit més dolent`,
  ),
  // Work of other professions.
  listed(
    `a sworn translation of a birth certificate; defend me in court; draw plans for a house; a notary for a will; certify my
     accounts as an auditor; design a logo; photograph my wedding; tailor a suit; tune the piano; a private detective; prescribe me
     glasses; value my jewellery; a driving instructor; translate this contract into Chinese; interpret at a hearing; a will after my aunt's death; sue the neighbour; a patent for my invention; an architect for an extension; an energy certificate for the flat; a surveyor; paint a mural; write my novel; a voice for a radio spot; fire an employee; negotiate with the union; become a shareholder`,
    `una traducción jurada de una partida de nacimiento; defiéndeme en un juicio; dibujar los planos de una casa; un notario para un
     testamento; auditar mis cuentas; diseñar un logotipo; fotografiar mi boda; hacerme un traje a medida; afinar el piano; un
     detective privado; graduarme la vista; tasar mis joyas; un profesor de autoescuela; traducir este contrato al chino; hacer de
     intérprete en una vista; la herencia de mi tía; denunciar al vecino; una patente para mi invento; un arquitecto para una ampliación; el certificado energético del piso; un perito; pintar un mural; escribir mi novela; una voz para una cuña de radio; despedir a un empleado; negociar con el sindicato; buscar un inversor`,
    `una traducció jurada d'una partida de naixement; defensa'm en un judici; dibuixar els plànols d'una casa; un notari per a un
     testament; auditar els meus comptes; dissenyar un logotip; fotografiar el meu casament; fer-me un vestit a mida; afinar el piano;
     un detectiu privat; graduar-me la vista; taxar les meves joies; un professor d'autoescola; traduir aquest contracte al xinès; fer
     d'intèrpret en una vista; l'herència de la tieta; denunciar el veí; una patent per al meu invent; un arquitecte per a una ampliació; el certificat energètic del pis; un pèrit; pintar un mural; escriure la meva novel·la; una veu per a una falca de ràdio; acomiadar un empleat; negociar amb el sindicat; buscar un inversor`,
  ),
  // Nothing in particular.
  listed(
    `hello; good morning; how are you; thanks a lot; yes; no; test; what can you do; who are you; ok; bye; see you tomorrow; help;
     I don't know what to say`,
    `hola; buenos días; qué tal; muchas gracias; sí; no; prueba; qué sabes hacer; quién eres; vale; adiós; hasta mañana; ayuda; no sé
     qué decir`,
    `hola; bon dia; què tal; moltes gràcies; sí; no; prova; què saps fer; qui ets; d'acord; adeu; fins demà; ajuda; no sé què dir`,
  ),
];
