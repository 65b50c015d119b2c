import { type ElsewhereTopic, listed } from './topic.js';

export const repairTopics: readonly ElsewhereTopic[] = [
  // Things that are broken and have to be mended by hand.
  listed(
    `the dishwasher leaks; the lock is jammed and I need a locksmith; the printer makes a strange noise; my laptop
     keyboard is broken; the door squeaks; a window cracked; the fridge stopped cooling; the light bulb flickers; the
     chair wobbles; the tap drips; fix the roof; my phone fell into water; the van won't start; the brakes squeal; a
     flat tyre; the lift is stuck; the power is out in the building; a fuse blew; the drawer won't open; the zip is
     torn; the coffee machine is clogged; smoke comes out of the engine; the shutter doesn't close; someone to mend
     the shelf; the heating broke down; the toilet is blocked; the blinds are stuck; the screen is cracked; the oven
     makes no heat; the bike chain came off; the alarm won't stop; a bulb burst; glue the chair leg; the scooter
     battery is dead`,
    `el lavavajillas pierde agua; la cerradura se ha atascado y necesito un cerrajero; la impresora hace un ruido
     raro; el teclado del portátil está roto; la puerta chirría; se ha rajado un cristal; la nevera no enfría; la
     bombilla parpadea; la silla cojea; gotea el grifo; arreglar el tejado; se me cayó el móvil al agua; la furgoneta
     no arranca; chirrían los frenos; una rueda pinchada; el ascensor se ha parado; se fue la luz en el edificio;
     saltaron los plomos; el cajón no abre; se rompió la cremallera; la cafetera está atascada; sale humo del motor;
     la persiana no baja; alguien que arregle la estantería; se ha estropeado la calefacción; se me rompió la
     pantalla; el váter está atascado; la persiana se ha trabado; el horno no calienta; se salió la cadena de la bici;
     la alarma no para; pegar la pata de la silla; la batería del patinete no carga; la grapadora se ha roto`,
    `el rentaplats perd aigua; el pany s'ha encallat i necessito un manyà; la impressora fa un soroll estrany; el
     teclat del portàtil està trencat; la porta grinyola; s'ha esquerdat un vidre; la nevera no refreda; la bombeta fa
     pampallugues; la cadira balla; degota l'aixeta; arreglar la teulada; em va caure el mòbil a l'aigua; la furgoneta
     no arrenca; grinyolen els frens; una roda punxada; l'ascensor s'ha aturat; se n'ha anat la llum a l'edifici; han
     saltat els ploms; el calaix no obre; s'ha trencat la cremallera; la cafetera està embussada; surt fum del motor;
     la persiana no baixa; algú que arregli la prestatgeria; s'ha espatllat la calefacció; s'ha trencat la pantalla;
     el vàter està embussat; la persiana s'ha travat; el forn no escalfa; ha sortit la cadena de la bici; l'alarma no
     para; enganxar la pota de la cadira; la bateria del patinet no carrega; la grapadora s'ha trencat`,
  ),
  // Taps, pipes and drains.
  listed(
    `there's a puddle under the sink; the shower drain is clogged with hair; no hot water since this morning; water is
     coming through the ceiling; the toilet keeps running; we need somebody to unblock the drain; the boiler makes a
     banging sound; low pressure in the shower; the cistern doesn't fill; the pipe froze and burst; damp patches on
     the bathroom wall; the washing machine flooded the laundry room; the radiator is cold at the top; it smells of
     sewage in the basement; change the kitchen tap; a plumber to fix the leak in the toilets`,
    `hay un charco debajo del fregadero; la ducha no traga; no hay agua caliente desde esta mañana; cae agua del
     techo; la cisterna no para de correr; hay que desatascar la tubería; la caldera hace ruidos y se apaga; sale poca
     agua de la regadera; se congeló la cañería; manchas de humedad en la pared del baño; la lavadora inundó el
     lavadero; el radiador está frío por arriba; huele a cloaca en el sótano; cambiar la llave del fregadero; un
     plomero que arregle la fuga de los baños; se tapó el excusado; el termo gotea`,
    `hi ha un bassal sota l'aigüera; la dutxa no s'empassa l'aigua; no hi ha aigua calenta des d'aquest matí; cau
     aigua del sostre; la cisterna no para de rajar; cal desembussar la canonada; la caldera fa sorolls i s'apaga;
     surt poca pressió a la dutxa; s'ha gelat la canonada; taques d'humitat a la paret del bany; la rentadora ha
     inundat el safareig; el radiador és fred per dalt; fa pudor de claveguera al soterrani; canviar l'aixeta de la
     cuina; un lampista que arregli la fuita dels lavabos; el termo degota`,
  ),
  // Electricity, heating and cooling of rooms.
  listed(
    `the socket gives off sparks; half the lights are out; the fuse box trips whenever I plug in the oven; it's
     freezing in the office, the heating doesn't come on; the air conditioning drips on the desks; install solar
     panels on the roof; the extractor fan stopped; rewire the old house; put up a lamp in the hallway; the thermostat
     shows nothing; the neon sign over the door flickers; hang a ceiling fan; the doorbell doesn't ring; the intercom
     is dead; a blackout and the freezers are thawing; it's too hot to work in here; it's freezing in the meeting
     room`,
    `el enchufe echa chispas; la mitad de las luces no se encienden; salta el diferencial cuando pongo el horno; hace
     un frío que pela en la oficina y la calefacción no va; el aire acondicionado gotea sobre las mesas; poner placas
     solares en el tejado; el extractor se paró; cambiar la instalación eléctrica de la casa vieja; colgar una lámpara
     en el pasillo; el termostato no marca nada; el rótulo luminoso parpadea; poner un ventilador de techo; el timbre
     no suena; el portero automático no funciona; hubo un apagón y se descongeló todo; aquí dentro hace un calor
     insoportable; se quemó el foco; en la sala de reuniones hace un frío que pela`,
    `l'endoll fa espurnes; la meitat dels llums no s'encenen; salta el diferencial quan engego el forn; fa un fred que
     pela a l'oficina i la calefacció no va; l'aire condicionat degota sobre les taules; posar plaques solars a la
     teulada; l'extractor s'ha parat; canviar la instal·lació elèctrica de la casa vella; penjar un llum al passadís;
     el termòstat no marca res; el rètol lluminós fa pampallugues; posar un ventilador de sostre; el timbre no sona;
     l'intèrfon no funciona; hi ha hagut una apagada i s'ha descongelat tot; aquí dins fa una calor insuportable; a la
     sala de reunions fa un fred que pela`,
  ),
  // Locks, doors, furniture and small things to mend.
  listed(
    `I locked myself out; the key snapped in the lock; the iron gate won't come down; the desk is too low and my knees
     hit it; the office chair sinks by itself; the hinges are loose; drill holes and hang shelves; put together
     flat-pack furniture; the sofa leg broke; the sole of my shoe came off; mend my glasses, the frame is bent; my
     watch stopped; restore an old wardrobe; the suitcase wheel fell off; the stapler is jammed; the umbrella broke in
     the wind; new keys cut; varnish the table; the filing cabinet drawer is stuck; my credit card snapped in two`,
    `me he quedado fuera sin llaves; se partió la llave dentro de la cerradura; la reja de la entrada no baja; la mesa
     es demasiado baja y me doy con las rodillas; la silla de la oficina se baja sola; las bisagras están flojas;
     taladrar la pared y colgar estantes; montar un mueble; se rompió la pata del sofá; se me despegó la suela del
     zapato; se me doblaron los lentes; se me ha parado el reloj; restaurar un armario antiguo; a la maleta se le
     salió una rueda; se atoró el cajón del archivador; hacer copia de unas llaves; barnizar la mesa; se descosió el
     bolsillo del abrigo; la engrapadora está atorada; se me partió la tarjeta en dos`,
    `m'he quedat fora sense claus; s'ha trencat la clau dins del pany; la reixa de l'entrada no baixa; la taula és
     massa baixa i hi toco amb els genolls; la cadira de l'oficina baixa sola; les frontisses són fluixes; foradar la
     paret i penjar prestatges; muntar un moble; s'ha trencat la pota del sofà; se m'ha desenganxat la sola de la
     sabata; se m'han tort les ulleres; se m'ha parat el rellotge; restaurar un armari antic; a la maleta li ha saltat
     una roda; el calaix de l'arxivador s'ha travat; fer còpia d'unes claus; envernissar la taula; s'ha descosit la
     butxaca de l'abric; se m'ha partit la targeta en dos trossos`,
  ),
  // Cars, vans, motorbikes, bicycles.
  listed(
    `my car failed its inspection; the engine overheats uphill; the clutch is slipping; a scratch on the bumper; I
     need new tyres before winter; the motorbike leaks oil; the battery died and I need a jump start; the gearbox
     grinds; a warning light on the dashboard; the exhaust is rusty; the windscreen has a chip; how often should I
     change the oil; tow the van to a garage; the bicycle has a puncture; the tractor broke down in the field; the
     forklift won't lift; repaint the bonnet; the car radio has no sound; I crashed into a post; ran out of petrol;
     the supplier's lorry hit our gate`,
    `el coche no ha pasado la ITV; el motor se calienta en las cuestas; patina el embrague; un rayón en el
     parachoques; necesito neumáticos nuevos para el invierno; la moto pierde aceite; me quedé sin batería y necesito
     pinzas; la caja de cambios rasca; se encendió un testigo en el tablero; el escape está oxidado; tengo un golpe en
     el parabrisas; cada cuánto se cambia el aceite; que la grúa se lleve la furgoneta al taller; se me pinchó la
     bici; el tractor se averió en el campo; la carretilla elevadora no sube; se le ponchó una llanta a la camioneta;
     el carro no prende; choqué contra un poste; me quedé sin gasolina; hojalatería y pintura; el camión del proveedor
     chocó con la verja`,
    `el cotxe no ha passat la ITV; el motor s'escalfa a les pujades; patina l'embragatge; una ratllada al para-xocs;
     necessito pneumàtics nous per a l'hivern; la moto perd oli; m'he quedat sense bateria i necessito pinces; la
     caixa de canvis rasca; s'ha encès un llum al quadre; el tub d'escapament està rovellat; tinc un cop al parabrisa;
     cada quant es canvia l'oli; que la grua s'endugui la furgoneta al taller; se m'ha punxat la bici; el tractor s'ha
     espatllat al camp; el toro del magatzem no aixeca; repintar el capó; m'he encastat contra un pal; m'he quedat
     sense benzina; el camió del proveïdor ha xocat amb la reixa`,
  ),
  // Computers, phones, printers and networks as machines.
  listed(
    `the laptop won't turn on; my phone doesn't charge; blue screen every time I start up; the printer jams and the
     ink is smeared; no signal upstairs; the mouse pointer freezes; I spilled coffee on the keyboard; the tablet
     screen is shattered; the hard drive clicks; I forgot the password of my computer; the fan of the PC is very loud;
     the wifi drops in the back room; the projector shows a purple image; the headphones only sound on one side; the
     camera isn't detected; the scanner pulls in two sheets; the till screen is black; the internet is down; which
     laptop should I get; a pop-up says I have a virus; the card reader doesn't connect; my phone storage is full of
     photos`,
    `el portátil no enciende; el móvil no carga; pantallazo azul cada vez que arranco; la impresora se atasca y mancha
     de tinta; arriba no hay cobertura; el ratón se queda congelado; derramé café en el teclado; se estrelló la
     pantalla de la tableta; el disco duro hace clic; olvidé la contraseña de mi computadora; el ventilador del
     ordenador mete mucho ruido; el wifi se corta en la trastienda; el proyector se ve morado; los audífonos suenan de
     un solo lado; no detecta la cámara; el escáner traga dos hojas a la vez; la pantalla de la caja está negra; se
     cayó internet; qué laptop me compro; me sale un aviso de virus; el celular se calienta y se apaga; el datáfono no
     conecta`,
    `el portàtil no s'engega; el mòbil no es carrega; pantalla blava cada cop que arrenco; la impressora s'encalla i
     taca de tinta; a dalt no hi ha cobertura; el ratolí es queda congelat; he vessat cafè al teclat; s'ha esquerdat
     la pantalla de la tauleta; el disc dur fa clic; he oblidat la contrasenya de l'ordinador; el ventilador de
     l'ordinador fa molt soroll; el wifi es talla a la rebotiga; el projector es veu lila; els auriculars només sonen
     d'un costat; no detecta la càmera; l'escàner s'empassa dos fulls alhora; la pantalla de la caixa és negra; ha
     caigut internet; quin portàtil em compro; em surt un avís de virus; el mòbil s'escalfa i s'apaga; el datàfon no
     es connecta`,
  ),
  // Machines of a trade and of the kitchen.
  listed(
    `the dough mixer is broken; the cold room isn't cold enough; the sewing machine skips stitches; the lathe
     vibrates; the oven door glass broke; the lawnmower has no spark; a part for the compressor; the conveyor belt
     tore; the slicer needs sharpening; the ice machine makes no ice; the vending machine swallows coins; the
     microwave sparks; the vacuum cleaner has lost suction; the drill bit is stuck; the welding machine trips; the
     hairdryer burnt out; the coffee grinder is blocked; the scales in the shop weigh wrong`,
    `la amasadora está rota; la cámara frigorífica no enfría; la máquina de coser se salta puntadas; el torno vibra;
     se rompió el cristal del horno; el cortacésped no hace chispa; una pieza para el compresor; se rasgó la cinta
     transportadora; hay que afilar la cortadora de fiambre; la máquina de hielo no hace hielo; la máquina expendedora
     se traga las monedas; el microondas echa chispas; la aspiradora no aspira; se trabó la broca del taladro; el
     secador se quemó; el molinillo se atascó; se descompuso el refrigerador; la licuadora huele a quemado; la báscula
     de la tienda pesa mal`,
    `la pastadora està espatllada; la cambra frigorífica no refreda; la màquina de cosir se salta punts; el torn
     vibra; s'ha trencat el vidre del forn; la tallagespa no fa espurna; una peça per al compressor; s'ha estripat la
     cinta transportadora; cal esmolar la talladora d'embotit; la màquina de gel no fa gel; la màquina expenedora
     s'empassa les monedes; el microones fa espurnes; l'aspirador no aspira; s'ha encallat la broca del trepant;
     l'assecador s'ha cremat; el molinet s'ha embussat; la soldadora salta; la bàscula de la botiga pesa malament`,
  ),
  // Building and decorating.
  listed(
    `knock down a wall; retile the bathroom; lay parquet in the living room; plaster the ceiling; what colour for the
     bedroom walls; build a garage; pour a concrete floor; insulate the attic; a new kitchen with an island; cracks in
     the facade; scaffolding for the front; put up wallpaper; replace the windows with double glazing; roof tiles
     blown off by the storm; build a swimming pool; how many bricks do I need; a terrace with a pergola; do up my old
     farmhouse; decorate the nursery; a carpenter to make a wardrobe; the meeting room smells of paint; the warehouse
     roof leaks; the sign above the entrance came down`,
    `tirar un tabique; alicatar el baño; poner parqué en el salón; enyesar el techo; de qué color pinto el dormitorio;
     construir un garaje; echar un suelo de hormigón; aislar la buhardilla; una cocina nueva con isla; grietas en la
     fachada; andamios para la fachada; empapelar el cuarto; cambiar las ventanas por doble cristal; el viento se
     llevó las tejas; hacer una alberca; cuántos ladrillos me hacen falta; una terraza con pérgola; reformar una
     masía; decorar el cuarto del bebé; un carpintero que haga un ropero; colar una losa; impermeabilizar la azotea;
     la sala de reuniones huele a pintura; hay goteras en el almacén; se descolgó el letrero de la entrada`,
    `tirar un envà a terra; enrajolar el bany; posar parquet a la sala; enguixar el sostre; de quin color pinto
     l'habitació; fer un garatge; abocar un paviment de formigó; aïllar les golfes; una cuina nova amb illa; esquerdes
     a la façana; bastides per a la façana; empaperar el quarto; canviar les finestres per doble vidre; el vent s'ha
     endut les teules; fer una piscina; quants maons em calen; una terrassa amb pèrgola; reformar una masia; decorar
     l'habitació del nadó; un fuster que faci un armari; impermeabilitzar el terrat; la sala de reunions fa olor de
     pintura; hi ha goteres al magatzem; s'ha despenjat el rètol de l'entrada`,
  ),
];
