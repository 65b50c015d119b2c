import { type ElsewhereTopic, listed } from './topic.js';

export const privateLifeTopics: readonly ElsewhereTopic[] = [
  // Love, family and friends.
  listed(
    `my wife and I argue all the time; I'm in love with a colleague; does he like me; my son won't talk to us; how to
     ask her out; we're expecting a baby; my best friend betrayed me; meet people in a new city; how do I forgive my
     father; a name for our baby girl; he cheated on me; my mother-in-law interferes; marry me; I feel jealous; a love
     letter to my girlfriend; my teenage daughter smokes; I miss you; grandma turns ninety; getting over a break-up;
     find my biological parents`,
    `mi mujer y yo discutimos a todas horas; me he enamorado de una compañera; le gusto o no; mi hijo no nos habla;
     cómo le pido salir; vamos a tener un bebé; mi mejor amiga me traicionó; conocer gente en una ciudad nueva; cómo
     perdono a mi padre; un nombre para nuestra niña; me puso los cuernos; mi suegra se mete en todo; cásate conmigo;
     estoy celoso; una carta de amor para mi novia; mi hija adolescente fuma; te extraño; la abuela cumple noventa;
     superar una ruptura; encontrar a mis padres biológicos; mi esposo ya no me quiere`,
    `la dona i jo discutim a totes hores; m'he enamorat d'una companya; li agrado o no; el meu fill no ens parla; com
     li demano per sortir; tindrem un fill; la meva millor amiga m'ha traït; conèixer gent en una ciutat nova; com
     perdono el pare; un nom per a la nostra nena; m'ha posat les banyes; la sogra es fica en tot; casa't amb mi;
     estic gelós; una carta d'amor per a la xicota; la meva filla adolescent fuma; et trobo a faltar; l'àvia fa
     noranta anys; superar una ruptura; trobar els meus pares biològics; el meu home ja no m'estima`,
  ),
  // Children and their care.
  listed(
    `my toddler doesn't eat vegetables; when do babies start to walk; games for a children's birthday; potty training;
     my son is bullied at school; lice again; what school should I choose; he's afraid of the dark; bedtime stories; a
     nanny for the twins; teething; how to get kids off the tablet; my daughter failed three subjects; nappies for
     sensitive skin`,
    `mi niño no come verdura; cuándo empiezan a andar los bebés; juegos para un cumpleaños infantil; quitar el pañal;
     a mi hijo le pegan en el colegio; otra vez piojos; qué colegio elijo; le da miedo la oscuridad; cuentos para
     dormir; una niñera para los gemelos; le están saliendo los dientes; cómo quitarles la tableta; mi hija suspendió
     tres asignaturas; pañales para piel sensible; mi bebé tiene cólicos`,
    `el nen no menja verdura; quan comencen a caminar els nadons; jocs per a un aniversari infantil; treure el
     bolquer; al meu fill li peguen a l'escola; un altre cop polls; quina escola trio; li fa por la foscor; contes per
     anar a dormir; una mainadera per als bessons; li surten les dents; com treure'ls la tauleta; la meva filla ha
     suspès tres assignatures; bolquers per a pell sensible`,
  ),
  // Neighbours and noise.
  listed(
    `the people upstairs stamp around at midnight; the neighbour's dog barks all day; loud parties next door; smoke
     from the barbecue comes in; his tree hangs over my fence; the bar below keeps us awake; they park in front of my
     gate; the flat above leaks into mine; kids kick a ball against my wall; building works start at seven on a
     Sunday; somebody throws cigarette ends on my balcony; quarrel over a hedge; the staircase committee voted against
     me`,
    `los de arriba taconean a medianoche; el perro del vecino ladra todo el día; fiestas a todo volumen en la casa de
     al lado; entra el humo de la barbacoa; su árbol cuelga sobre mi valla; el bar de abajo no nos deja dormir; me
     aparcan delante del vado; el piso de encima me moja el techo; los críos dan balonazos contra mi pared; empiezan
     la obra a las siete en domingo; me tiran colillas al balcón; pelea por un seto; la comunidad de vecinos votó en
     contra; la vecina pone reguetón`,
    `els de dalt piquen de talons a mitjanit; el gos del veí borda tot el dia; festes a tot volum a la casa del
     costat; entra el fum de la barbacoa; el seu arbre penja sobre la meva tanca; el bar de sota no ens deixa dormir;
     m'aparquen davant del gual; el pis de sobre em mulla el sostre; els nens fan cops de pilota a la paret; comencen
     les obres a les set en diumenge; em tiren burilles al balcó; baralla per una bardissa; la comunitat de veïns ha
     votat en contra`,
  ),
  // Faith, fate, thoughts.
  listed(
    `does God exist; pray for me; what happens after death; read my palm; what does my dream about teeth mean; are we
     alone in the universe; free will; the tarot says something bad; my star sign is Leo; which psalm for a funeral;
     is it wrong to lie; I saw a ghost; karma; christen the baby; why is there evil; become a Buddhist; what would
     Socrates say; do aliens exist; a spell to bring luck`,
    `existe Dios; reza por mí; qué hay después de la muerte; léeme la mano; qué significa soñar con dientes; estamos
     solos en el universo; el libre albedrío; échame las cartas; soy Leo, qué me espera; un salmo para un funeral;
     está mal mentir; vi un fantasma; el karma; bautizar al niño; por qué existe el mal; hacerme budista; qué diría
     Sócrates; existen los extraterrestres; un amarre de amor; una limpia contra el mal de ojo`,
    `existeix Déu; resa per mi; què hi ha després de la mort; llegeix-me la mà; què vol dir somiar dents; estem sols a
     l'univers; el lliure albir; tira'm les cartes; soc Lleó, què m'espera; un salm per a un funeral; està malament
     mentir; he vist un fantasma; el karma; batejar el nen; per què existeix el mal; fer-me budista; què diria
     Sòcrates; existeixen els extraterrestres; un conjur per tenir sort`,
  ),
  // Travel as a dream, sights, outings.
  listed(
    `I dream of seeing the northern lights; what to see in Rome in a day; walk the Camino with a backpack; the
     prettiest villages of Tuscany; is the sea warm in May; a safari to see lions; honeymoon on a desert island; which
     museum is free on Sundays; climb Kilimanjaro; backpacking through Asia for a year; a campsite by the river;
     waterfalls near here; cross the desert on a camel; is Thailand dangerous; ski in the Alps with friends; a picnic
     spot in the woods; where do dolphins swim; sunbathe all day`,
    `sueño con ver la aurora boreal; qué ver en Roma en un día; hacer el Camino con mochila; los pueblos más bonitos
     de la Toscana; está caliente el mar en mayo; un safari para ver leones; luna de miel en una isla desierta; qué
     museo es gratis los domingos; subir al Kilimanjaro; un año de mochilero por Asia; un camping junto al río;
     cascadas por aquí cerca; cruzar el desierto en camello; es peligrosa Tailandia; esquiar en los Alpes con amigos;
     un sitio para merendar en el bosque; dónde se ven delfines; tomar el sol todo el día; conocer Machu Picchu`,
    `somio veure l'aurora boreal; què puc veure a Roma en un dia; fer el Camí amb motxilla; els pobles més bonics de
     la Toscana; és calent el mar al maig; un safari per veure lleons; lluna de mel en una illa deserta; quin museu és
     gratis els diumenges; pujar al Kilimanjaro; un any de motxiller per Àsia; un càmping vora el riu; salts d'aigua a
     prop d'aquí; creuar el desert en camell; és perillosa Tailàndia; esquiar als Alps amb amics; un lloc per berenar
     al bosc; on es veuen dofins; prendre el sol tot el dia; pujar a la Pica d'Estats`,
  ),
  // Parties and private feasts.
  listed(
    `what do I cook for Christmas Eve; a fancy dress for Halloween; who brings the barbecue; a speech for my best
     friend's wedding; games for a hen night; balloons for a baby shower; fireworks for New Year; what to say at my
     grandmother's funeral; a toast; a surprise for our silver wedding; first communion dress; decorate the Christmas
     tree; who pays for the bride's bouquet; a clown for my son's party; carnival float; a colleague has a birthday,
     which cake`,
    `qué cocino en Nochebuena; un disfraz para Halloween; quién trae la barbacoa; un discurso para la boda de mi mejor
     amigo; juegos para una despedida de soltera; globos para un baby shower; fuegos artificiales para Nochevieja; qué
     digo en el funeral de mi abuela; un brindis; una sorpresa para las bodas de plata; vestido de comunión; decorar
     el árbol de Navidad; quién paga el ramo de la novia; un payaso para la fiesta de mi hijo; mariachis para la
     quinceañera; una piñata; una compañera cumple años y qué pastel compro`,
    `què cuino per Nadal; una disfressa per a la Castanyada; qui porta la barbacoa; un discurs per al casament del meu
     millor amic; jocs per a un comiat de soltera; globus per a un bateig; focs artificials per Cap d'Any; què dic al
     funeral de l'àvia; un brindis; una sorpresa per a les noces d'argent; vestit de comunió; guarnir l'arbre de
     Nadal; qui paga el ram de la núvia; un pallasso per a la festa del meu fill; fer cagar el tió; petards per Sant
     Joan; una companya fa anys i quin pastís compro`,
  ),
  // Wishes and fame.
  listed(
    `I want to be famous; how do I become an actor; I'd like to live on the moon; make me rich; I want to be an
     influencer and get free clothes; my dream is to sail round the world; go on a talent show; become a model; I wish
     I were taller; win a Nobel prize; I'd love to meet Messi; be invisible for a day; live on an island with no
     people; I want a pony`,
    `quiero ser famoso; cómo llego a ser actriz; me gustaría vivir en la luna; hazme rico; quiero ser influencer y que
     me regalen ropa; mi sueño es dar la vuelta al mundo en velero; salir en un concurso de la tele; ser modelo de
     pasarela; ojalá fuera más alto; ganar un premio Nobel; me encantaría conocer a Messi; ser invisible por un día;
     vivir en una isla sin gente; quiero un poni`,
    `vull ser famós; com m'ho faig per ser actriu; m'agradaria viure a la lluna; fes-me ric; vull ser influencer i que
     em regalin roba; el meu somni és fer la volta al món amb veler; sortir en un concurs de la tele; ser model de
     passarel·la; tant de bo fos més alt; guanyar un premi Nobel; m'encantaria conèixer en Messi; ser invisible per un
     dia; viure en una illa sense gent; vull un poni`,
  ),
  // Things lost, in town and at night.
  listed(
    `I lost my wallet on the bus; where's the lost property office; my keys fell down a drain; which underground line
     goes to the airport; a bar with live music; they towed my car away; is there a chemist open at this hour; a
     nightclub without a queue; I left my scarf in a taxi; the nearest petrol station; where can I park for free; a
     kebab at three in the morning; a public toilet; what a hangover; I can't find my glasses`,
    `perdí la cartera en el bus; dónde está la oficina de objetos perdidos; se me cayeron las llaves por una
     alcantarilla; qué línea de metro va al aeropuerto; un bar con música en vivo; la grúa se llevó mi coche; hay
     alguna farmacia abierta a estas horas; una discoteca sin cola; me dejé la bufanda en un taxi; la gasolinera más
     cercana; dónde aparco gratis; un kebab a las tres de la mañana; un baño público; menuda resaca; no encuentro mis
     gafas; un antro para ir a bailar; tengo una cruda horrible`,
    `he perdut la cartera al bus; on és l'oficina d'objectes perduts; m'han caigut les claus per una claveguera; quina
     línia de metro va a l'aeroport; un bar amb música en viu; la grua s'ha endut el meu cotxe; hi ha cap farmàcia
     oberta a aquesta hora; una discoteca sense cua; m'he deixat la bufanda en un taxi; la benzinera més propera; on
     aparco de franc; un kebab a les tres de la matinada; un lavabo públic; quina ressaca; no trobo les ulleres`,
  ),
];
