import { type ElsewhereTopic, listed } from './topic.js';

export const handsOnSiteTopics: readonly ElsewhereTopic[] = [
  // Work that somebody has to be there for.
  listed(
    `drive me to the station; carry boxes up the stairs; a man with a van for a removal; clean the windows; mow the
     lawn; cut my hair at home; walk the dog; babysit tonight; cook dinner for us; paint the office walls; deliver
     these boxes across town; wash my car; a massage; iron my shirts; pick up the kids from school; a waiter for
     tonight's shift; build a wall; install the air conditioning; an electrician to put in lights; a plumber for a
     burst pipe; unload the lorry; look after my grandmother; guard the door at night; water the plants; dig a trench;
     someone strong to move furniture; a lift to the hospital; queue for me at the counter; taste my wine; sew a
     button; a model for a photo shoot; teach the staff first aid; carry the piano; feed the cat; a bricklayer for two
     days; hand out flyers in the street; stand at our booth at the fair; a driver with a licence for lorries`,
    `llévame a la estación; subir cajas por la escalera; un hombre con furgoneta para una mudanza; limpiar los
     cristales; cortar el césped; cortarme el pelo en casa; pasear al perro; una canguro para esta noche; que nos
     cocine la cena; pintar las paredes de la oficina; llevar estas cajas al otro lado de la ciudad; lavarme el coche;
     un masaje; plancharme las camisas; recoger a los niños del cole; un camarero para el turno de esta noche;
     levantar un muro; instalar el aire acondicionado; un electricista para poner luces; un fontanero por una tubería
     reventada; descargar el camión; cuidar de mi abuela; vigilar la puerta de noche; regar las plantas; cavar una
     zanja; alguien fuerte para mover muebles; que me acerquen al hospital; hacer cola por mí en la ventanilla; catar
     mi vino; coser un botón; un modelo para una sesión de fotos; dar clase de primeros auxilios; cargar el piano; dar
     de comer al gato; un albañil para dos días; repartir folletos por la calle; estar en nuestro puesto de la feria;
     un conductor de camión`,
    `porta'm a l'estació; pujar caixes per l'escala; un home amb furgoneta per a una mudança; netejar els vidres;
     tallar la gespa; tallar-me els cabells a casa; passejar el gos; una cangur per a aquesta nit; que ens cuini el
     sopar; pintar les parets de l'oficina; portar aquestes caixes a l'altra punta de la ciutat; rentar-me el cotxe;
     un massatge; planxar-me les camises; recollir els nens de l'escola; un cambrer per al torn d'aquesta nit; aixecar
     un mur; instal·lar l'aire condicionat; un electricista per posar llums; un lampista per una canonada rebentada;
     descarregar el camió; cuidar la meva àvia; vigilar la porta de nit; regar les plantes; cavar una rasa; algú fort
     per moure mobles; que m'acostin a l'hospital; fer cua per mi a la finestreta; tastar el meu vi; cosir un botó; un
     model per a una sessió de fotos; fer classe de primers auxilis; carregar el piano; donar menjar al gat; un paleta
     per a dos dies; repartir fullets pel carrer; ser a la nostra parada de la fira; un conductor de camió`,
  ),
  // Cleaning, by hand.
  listed(
    `someone to mop the stairs; a cleaner twice a week; the carpet is full of stains; scrub the grill; dust everywhere
     after the works; wash the outside windows; clean out the gutters; the toilets are filthy; remove graffiti from
     the shutter; mould in the shower; a maid to do the beds; take out the rubbish bins; clean up after the party;
     polish the floor; get rid of cockroaches; rats in the storeroom; wash and fold the laundry; dry-clean a suit; the
     office carpet is torn; mice in the office kitchen; the delivery van is covered in mud`,
    `alguien que friegue la escalera; una señora de la limpieza dos veces por semana; la alfombra está llena de
     manchas; rascar la parrilla; polvo por todas partes después de la obra; limpiar el escaparate; vaciar los
     canalones; los baños dan asco; quitar una pintada de la persiana; moho en la ducha; una muchacha que haga las
     camas; sacar la basura; recoger después de la fiesta; abrillantar el suelo; acabar con las cucarachas; ratas en
     el almacén; lavar y doblar la ropa; llevar un traje a la tintorería; trapear el piso; la moqueta de la oficina
     está rota; ratones en la cocina de la oficina; la furgoneta de reparto está llena de barro`,
    `algú que fregui l'escala; una dona de fer feines dos cops per setmana; la catifa és plena de taques; rascar la
     graella; pols per tot arreu després de les obres; netejar l'aparador; buidar les canals; els lavabos fan fàstic;
     treure una pintada de la persiana; floridura a la dutxa; algú que faci els llits; treure les escombraries;
     recollir després de la festa; abrillantar el terra; acabar amb les paneroles; rates al magatzem; rentar i plegar
     la roba; portar un vestit a la tintoreria; la moqueta de l'oficina està estripada; ratolins a la cuina de
     l'oficina; la furgoneta de repartiment és plena de fang`,
  ),
  // Removals, carrying and fetching.
  listed(
    `move a three-room flat to another city; help me load a wardrobe onto a truck; take this old mattress to the dump;
     bring me a pizza; pick up a cake from the bakery; carry the shopping upstairs; storage space for my furniture; a
     crane to lift a machine; take the dog to the vet for me; fetch my glasses from the optician; deliver flowers to
     my aunt; a taxi at five; drive grandma to her check-up; drop off a key at the neighbour's; empty a cellar; ship a
     piano overseas; a bike courier across town`,
    `mudarme a otra ciudad con todos los muebles; ayudadme a cargar un armario en el camión; llevar este colchón viejo
     al punto limpio; tráeme una pizza; recoger un pastel en la panadería; subirme la compra a casa; un trastero para
     mis muebles; una grúa para levantar una máquina; llevar al perro al veterinario; recogerme las gafas en la
     óptica; llevarle flores a mi tía; un taxi a las cinco; llevar a la abuela al médico; dejarle una llave al vecino;
     vaciar un sótano; mandar un piano al extranjero; un flete para mis cosas; un mensajero en moto que cruce la
     ciudad`,
    `mudar-me a una altra ciutat amb tots els mobles; ajudeu-me a carregar un armari al camió; portar aquest matalàs
     vell a la deixalleria; porta'm una pizza; recollir un pastís a la fleca; pujar-me la compra a casa; un traster
     per als meus mobles; una grua per aixecar una màquina; portar el gos al veterinari; recollir-me les ulleres a
     l'òptica; portar flors a la tieta; un taxi a les cinc; portar l'àvia al metge; deixar una clau al veí; buidar un
     soterrani; enviar un piano a l'estranger; un missatger amb moto que creui la ciutat`,
  ),
  // Staff who have to stand there.
  listed(
    `two barmen for Saturday night; a nurse for my father at home; a bouncer at the club entrance; a cook who can do
     the grill; somebody to carry trays at the banquet; hands for picking apples; a night porter on the premises; a
     lifeguard for the pool; a hairdresser for the salon chair; someone to stand behind the counter; a forklift
     driver; a nanny who lives in; a dishwasher for the kitchen; stewards at the gate; a security guard with a dog; a
     shop girl to fold jumpers; a welder for a gate; a delivery rider`,
    `dos camareros de barra para el sábado; una enfermera para mi padre en casa; un portero para la discoteca; un
     cocinero que sepa de parrilla; alguien que lleve bandejas en el banquete; manos para recoger manzanas; un
     conserje de noche en el edificio; un socorrista para la piscina; una peluquera para el salón; alguien detrás del
     mostrador; un carretillero; una niñera interna; un lavaplatos para la cocina; azafatas en la entrada; un
     vigilante con perro; una dependienta que doble jerséis; un soldador para una verja; un repartidor en moto;
     meseros para la boda; un jardinero de planta`,
    `dos cambrers de barra per dissabte; una infermera per al pare a casa; un porter per a la discoteca; un cuiner que
     sàpiga de brasa; algú que porti safates al banquet; mans per collir pomes; un conserge de nit a l'edifici; un
     socorrista per a la piscina; una perruquera per al saló; algú darrere el taulell; algú que porti el toro del
     magatzem; una mainadera interna; un rentaplats per a la cuina; hostesses a l'entrada; un vigilant amb gos; una
     dependenta que plegui jerseis; un soldador per a una reixa; un repartidor amb moto`,
  ),
  // Making things.
  listed(
    `weld a railing; print a thousand t-shirts; saw these boards to size; mould plastic parts; bottle the olive oil; a
     prototype on the 3D printer; sew curtains; engrave a plaque; bake two hundred croissants; cast an iron gate; cut
     the leather for the bags; pack soap into boxes by hand; make a dress from this pattern; glaze the pots; roast
     coffee beans; upholster six chairs; frame a picture; brew my own beer`,
    `soldar una barandilla; estampar mil camisetas; cortar estas tablas a medida; moldear piezas de plástico;
     embotellar el aceite; un prototipo en la impresora 3D; coser unas cortinas; grabar una placa; hornear doscientos
     cruasanes; fundir una verja de hierro; cortar el cuero de los bolsos; empaquetar jabones a mano; hacer un vestido
     con este patrón; esmaltar las vasijas; tostar café; tapizar seis sillas; enmarcar un cuadro; hacer mi propia
     cerveza; bordar uniformes`,
    `soldar una barana; estampar mil samarretes; tallar aquests taulons a mida; emmotllar peces de plàstic; embotellar
     l'oli; un prototip a la impressora 3D; cosir unes cortines; gravar una placa; enfornar dos-cents croissants;
     fondre una reixa de ferro; tallar el cuir de les bosses; empaquetar sabons a mà; fer un vestit amb aquest patró;
     esmaltar les gerres; torrar cafè; entapissar sis cadires; emmarcar un quadre; fer la meva pròpia cervesa`,
  ),
  // Farming, hunting and fishing.
  listed(
    `harvest the olives; my cow is calving; when do I sow the wheat; snails eat my lettuces; milk the goats; spray the
     vines against mildew; the hens stopped laying; a plough for heavy soil; shear the sheep; how to prune an almond
     tree; the well has dried up; beehives without a queen; the wild boars dig up the field; manure for the vegetable
     patch; where can I fish for trout; hail ruined the grapes; irrigate the maize`,
    `recoger la aceituna; mi vaca está pariendo; cuándo se siembra el trigo; los caracoles se comen las lechugas;
     ordeñar las cabras; sulfatar las viñas; las gallinas no ponen; un arado para tierra dura; esquilar las ovejas;
     cómo se poda un almendro; se secó el pozo; colmenas sin reina; los jabalíes destrozan el sembrado; estiércol para
     el huerto; dónde se pescan truchas; el granizo arruinó la uva; regar el maíz; fumigar la milpa; se me murieron
     los pollos`,
    `collir les olives; la vaca està a punt de parir; quan se sembra el blat; els cargols es mengen els enciams;
     munyir les cabres; sulfatar les vinyes; les gallines no ponen; una arada per a terra dura; esquilar les ovelles;
     com s'esporga un ametller; s'ha assecat el pou; ruscos sense reina; els senglars destrossen el sembrat; fems per
     a l'hort; on es pesquen truites; la pedregada ha fet malbé el raïm; regar el panís`,
  ),
];
