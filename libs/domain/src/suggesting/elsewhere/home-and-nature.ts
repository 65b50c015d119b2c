import { type ElsewhereTopic, listed } from './topic.js';

export const homeAndNatureTopics: readonly ElsewhereTopic[] = [
  // Cooking and the household.
  listed(
    `a recipe for lentil soup; how long do I boil an egg; how to get a wine stain out; can I freeze bread; at what
     temperature do I bake a pie; how do I descale the kettle; what goes well with salmon; how do you wash wool; what
     to cook tonight; ants in the kitchen; the rice has weevils; how to sharpen knives; which detergent for silk`,
    `una receta de sopa de lentejas; cuánto se hierve un huevo; cómo se quita una mancha de vino; se puede congelar el
     pan; a qué temperatura se hornea una tarta; cómo se quita la cal del hervidor; qué va bien con el salmón; cómo se
     lava la lana; qué hago hoy de cenar; hormigas en la cocina; el arroz tiene gorgojos; cómo se afilan los
     cuchillos; qué detergente para la seda`,
    `una recepta de sopa de llenties; quant es bull un ou; com es treu una taca de vi; es pot congelar el pa; a quina
     temperatura s'enforna una coca; com es treu la calç del bullidor; què va bé amb el salmó; com es renta la llana;
     què faig avui per sopar; formigues a la cuina; l'arròs té corcs; com s'esmolen els ganivets; quin detergent per a
     la seda`,
  ),
  // Dishes and drinks.
  listed(
    `how do I make pancakes; my mayonnaise curdled; is this fish still good; what can I replace eggs with; a cake
     without gluten for a birthday; how much rice per person; which wine with lamb; the bread didn't rise; how to peel
     chestnuts; a marinade for chicken; I burnt the stew; what's in a mojito; ideas for dinner with courgettes; how
     long does cooked ham keep; vegan lasagne; grill the meat on charcoal; I fancy sushi; where do they make the best
     tapas; tomato sauce like grandma's; coffee tastes bitter`,
    `cómo se hacen las tortitas; se me cortó la mayonesa; este pescado está todavía bueno; con qué sustituyo los
     huevos; un bizcocho sin gluten; cuánto arroz por persona; qué vino le va al cordero; el pan no ha subido; cómo se
     pelan las castañas; un adobo para el pollo; se me quemó el guiso; qué lleva un mojito; ideas de cena con
     calabacín; cuánto aguanta el jamón cocido; lasaña vegana; asar carne a la brasa; se me antojan unos tacos; dónde
     ponen las mejores tapas; salsa de tomate como la de la abuela; el café me sabe amargo; unas arepas rellenas; cómo
     preparo ceviche`,
    `com es fan les creps; se m'ha tallat l'allioli; aquest peix encara és bo; amb què substitueixo els ous; un pa de
     pessic sense gluten; quant arròs per persona; quin vi li va al xai; el pa no ha pujat; com es pelen les
     castanyes; un adob per al pollastre; se m'ha cremat l'estofat; què porta un mojito; idees de sopar amb carbassó;
     quant aguanta el pernil dolç; lasanya vegana; rostir carn a la brasa; em ve de gust sushi; on fan les millors
     tapes; salsa de tomàquet com la de l'àvia; el cafè em sap amarg; com es fa l'escudella`,
  ),
  // Keeping house and a family's purse.
  listed(
    `my electricity bill at home has doubled; how to save on groceries; a shopping list for the week at the
     supermarket; teach my kids about pocket money; lime on the shower screen; how do I fold a fitted sheet; the
     jumper shrank in the wash; what size duvet do I need; which mattress is good for the back; declutter my wardrobe;
     moths in the pantry; the fridge smells; is it cheaper to bake bread at home; how often do you wash towels; we
     spend too much on takeaway; chewing gum on my trousers`,
    `en casa la luz me sale carísima; cómo ahorrar en el súper; la lista de la compra de la semana; enseñar a mis
     hijos a ahorrar la paga; cal en la mampara; cómo se dobla una sábana bajera; el jersey encogió al lavarlo; qué
     nórdico me compro; qué colchón es bueno para la espalda; ordenar el armario de la ropa; polillas en la despensa;
     la nevera huele mal; sale más barato hacer el pan en casa; cada cuánto se lavan las toallas; gastamos demasiado
     en comida a domicilio; un chicle pegado al pantalón; no llego a fin de mes con mi sueldo`,
    `a casa la llum em surt caríssima; com estalviar al súper; la llista de la compra de la setmana; ensenyar els
     fills a estalviar la setmanada; calç a la mampara; com es plega un llençol de sota; el jersei s'ha encongit a la
     rentadora; quin nòrdic em compro; quin matalàs és bo per a l'esquena; endreçar l'armari de la roba; arnes al
     rebost; la nevera fa mala olor; surt més barat fer el pa a casa; cada quant es renten les tovalloles; gastem
     massa en menjar a domicili; un xiclet enganxat als pantalons; no arribo a final de mes amb el meu sou`,
  ),
  // Garden and nature.
  listed(
    `my roses have black spots; when do I plant tomatoes; the lawn is turning yellow; prune the hedge; which plant
     survives in the shade; the cactus is rotting; mushrooms you can eat; a wasps' nest under the roof; cut down a
     pine tree; how do bees make honey; why do leaves turn red; a sprinkler for the garden; moles dig holes in the
     lawn; what tree is this; orchids that flower again; the volcano erupted; saving the whales; climate change
     frightens me`,
    `mis rosales tienen manchas negras; cuándo se plantan los tomates; el césped se pone amarillo; podar el seto; qué
     planta aguanta a la sombra; el cactus se pudre; qué setas se pueden comer; un nido de avispas bajo el tejado;
     talar un pino; cómo hacen miel las abejas; por qué se ponen rojas las hojas; un aspersor para el jardín; los
     topos agujerean el césped; qué árbol es este; que la orquídea vuelva a florecer; el volcán entró en erupción;
     salvar a las ballenas; el cambio climático me asusta; cortar el pasto`,
    `els rosers tenen taques negres; quan es planten els tomàquets; la gespa es torna groga; esporgar la bardissa;
     quina planta aguanta a l'ombra; el cactus es podreix; quins bolets es poden menjar; un niu de vespes sota la
     teulada; talar un pi; com fan mel les abelles; per què les fulles es tornen vermelles; un aspersor per al jardí;
     els talps foraden la gespa; quin arbre és aquest; que l'orquídia torni a florir; el volcà ha entrat en erupció;
     salvar les balenes; el canvi climàtic m'espanta`,
  ),
  // The weather and the sky.
  listed(
    `how hot will it be tomorrow; is it going to snow in the mountains; what a storm last night; fog again; do I need
     an umbrella today; when is the next eclipse; the forecast for the weekend; it hasn't rained for months; there's a
     full moon; strong winds on the coast; what time does the sun set; a hurricane is coming; it's boiling outside;
     frost warning tonight; a rainbow over the village; is it windy enough for sailing`,
    `qué temperatura hará mañana; va a nevar en la sierra; menuda tormenta anoche; otra vez niebla; me llevo paraguas;
     cuándo es el próximo eclipse; el pronóstico para el fin de semana; hace meses que no llueve; hay luna llena;
     viento fuerte en la costa; a qué hora se pone el sol; viene un huracán; fuera hace un calor tremendo; aviso de
     heladas para esta noche; un arcoíris sobre el pueblo; hace un día precioso; qué frío hace hoy`,
    `quina temperatura farà demà; nevarà al Pirineu; quina tempesta ahir a la nit; un altre cop boira; agafo el
     paraigua; quan és el pròxim eclipsi; la previsió per al cap de setmana; fa mesos que no plou; hi ha lluna plena;
     vent fort a la costa; a quina hora es pon el sol; ve un huracà; a fora fa una calor tremenda; avís de glaçades
     per a aquesta nit; un arc de Sant Martí sobre el poble; fa un dia preciós; quin fred que fa avui`,
  ),
  // Roads, streets and public places.
  listed(
    `there's a pothole in my street; the street lamp outside is out; nobody empties the bins on the square; the bus
     never comes on time; they dug up the pavement again; dogs foul the park; no parking space in the neighbourhood;
     the traffic lights don't work; graffiti on the school; cars drive too fast past my house; the council cut down
     the trees; the playground swing is broken; the train was packed; the motorway is jammed; the town hall should
     plant more trees; shops close and the village dies`,
    `hay un bache en mi calle; la farola de delante no alumbra; nadie vacía los contenedores de la plaza; el autobús
     nunca llega a su hora; otra vez han levantado la acera; los perros ensucian el parque; en el barrio no hay donde
     aparcar; el semáforo no funciona; los coches pasan a toda velocidad por delante de casa; el ayuntamiento taló los
     árboles; el columpio del parque está roto; el tren iba hasta los topes; hay atasco en la autopista; la carretera
     está llena de hoyos; la banqueta está destrozada; el pueblo se vacía`,
    `hi ha un sot al meu carrer; el fanal de davant no fa llum; ningú no buida els contenidors de la plaça; l'autobús
     no arriba mai a l'hora; un altre cop han aixecat la vorera; els gossos embruten el parc; al barri no hi ha on
     aparcar; el semàfor no funciona; els cotxes passen a tota velocitat davant de casa; l'ajuntament ha talat els
     arbres; el gronxador del parc està trencat; el tren anava ple de gom a gom; hi ha cua a l'autopista; la carretera
     és plena de sots; el poble es buida`,
  ),
];
