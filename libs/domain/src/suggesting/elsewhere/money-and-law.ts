import { type ElsewhereTopic, listed } from './topic.js';

export const moneyAndLawTopics: readonly ElsewhereTopic[] = [
  // Buying, selling, lending.
  listed(
    `I want to sell my car; buy a second-hand motorbike; how much would you ask for a used piano; sell the flat I
     inherited; rent out my garage; a loan to open a shop; which bank lends fifty thousand; should I buy bitcoin;
     invest my savings in shares; a mortgage for a house; the lottery numbers; swap my boat for a caravan; is an
     electric car worth it; looking for a flat to share; I give away kittens; what is gold worth`,
    `quiero vender el coche; comprar una moto de segunda mano; cuánto pedirías por un piano usado; vender el piso que
     heredé; alquilar mi garaje; un préstamo para abrir una tienda; qué banco me deja cincuenta mil; compro bitcoins;
     invertir mis ahorros en bolsa; una hipoteca para una casa; los números de la lotería; cambio mi barco por una
     caravana; vale la pena un coche eléctrico; busco piso para compartir; regalo gatitos; a cuánto está el oro`,
    `vull vendre el cotxe; comprar una moto de segona mà; quant demanaries per un piano usat; vendre el pis que vaig
     heretar; llogar el meu garatge; un préstec per obrir una botiga; quin banc em deixa cinquanta mil; compro
     bitcoins; invertir els meus estalvis a la borsa; una hipoteca per a una casa; els números de la loteria; canvio
     la meva barca per una caravana; val la pena un cotxe elèctric; busco pis per compartir; regalo gatets; a quant va
     l'or`,
  ),
  // Selling what is one's own.
  listed(
    `who buys old coins; I'm selling my wedding dress; get rid of a sofa; how much is my grandfather's stamp
     collection worth; my sailing boat is for sale; sell the plot of land behind the house; a buyer for my farm; trade
     in my old phone; I have a campervan to sell; sell my half of the house to my brother; my flat has been on the
     market for a year; a used washing machine, hardly any wear; pawn a ring; sell the shop and retire; I'm offering a
     baby pram; auction my paintings`,
    `quién compra monedas antiguas; vendo mi vestido de novia; quitarme de encima un sofá; cuánto vale la colección de
     sellos de mi abuelo; pongo en venta mi velero; vender el terreno de detrás de casa; un comprador para mi finca;
     cambiar mi móvil viejo por otro; tengo una autocaravana para vender; venderle mi mitad de la casa a mi hermano;
     hace un año que mi piso está en venta; una lavadora casi sin usar; empeñar un anillo; traspasar la tienda y
     jubilarme; ofrezco un carrito de bebé; subastar mis cuadros; vendo mi carro; quiero vender mi departamento`,
    `qui compra monedes antigues; venc el meu vestit de núvia; treure'm de sobre un sofà; quant val la col·lecció de
     segells de l'avi; poso en venda el meu veler; vendre el terreny de darrere casa; un comprador per a la meva
     finca; canviar el mòbil vell per un altre; tinc una autocaravana per vendre; vendre al meu germà la meva meitat
     de la casa; fa un any que el meu pis està en venda; una rentadora gairebé sense fer servir; empenyorar un anell;
     traspassar la botiga i jubilar-me; ofereixo un cotxet de nadó; subhastar els meus quadres`,
  ),
  // Buying for oneself, gifts and fashion.
  listed(
    `where do they sell leather boots; a warm coat for under a hundred; do these shoes go with a blue dress; I want a
     bigger television; what toy for a five-year-old; an engagement ring; is this handbag a fake; a second-hand
     bicycle for my daughter; which washing machine lasts; I need a new sofa bed; what do I wear to a wedding;
     trainers for wide feet; a present for Father's Day; jeans that don't pinch; a good vacuum cleaner; which car is
     right for a family of six; are heels in fashion again; a dinner jacket for the gala; a good electric toothbrush`,
    `dónde venden botas de cuero; un abrigo calentito por menos de cien; pegan estos zapatos con un vestido azul;
     quiero una tele más grande; qué juguete para un niño de cinco años; un anillo de compromiso; este bolso es falso;
     una bici de segunda mano para mi hija; qué lavadora dura más; me hace falta un sofá cama; qué me pongo para una
     boda; zapatillas para pies anchos; un detalle para el Día del Padre; vaqueros que no aprieten; una buena
     aspiradora; qué coche va bien para una familia de seis; se llevan otra vez los tacones; un esmoquin para la gala;
     quiero comprarme unos tenis; una sudadera de mi talla; un regalo de aniversario para mi novia`,
    `on venen botes de cuir; un abric calentó per menys de cent; lliguen aquestes sabates amb un vestit blau; vull una
     tele més grossa; quina joguina per a un nen de cinc anys; un anell de prometatge; aquesta bossa de mà és falsa;
     una bici de segona mà per a la meva filla; quina rentadora dura més; em cal un sofà llit; què em poso per a un
     casament; vambes per a peus amples; un detall per al Dia del Pare; texans que no estrenyin; un bon aspirador;
     quin cotxe va bé per a una família de sis; es tornen a portar els talons; un esmòquing per a la gala; un regal
     d'aniversari per a la xicota`,
  ),
  // Homes to rent or to buy.
  listed(
    `a two-bedroom flat near the beach; my landlord won't give the deposit back; a room for a student; can they put up
     my rent; a lodger for the spare room; a country house with a garden; the tenant won't move out; a cheap flat in
     the centre; they want to evict me; a parking space to rent; a terraced house with a pool; mortgage or rent; share
     a flat with two girls; premises to let on the high street; the flat is damp and the owner does nothing; a log
     cabin by the lake`,
    `un piso de dos habitaciones cerca de la playa; el casero no me devuelve la fianza; una habitación para un
     estudiante; me pueden subir el alquiler; un inquilino para el cuarto libre; una casa de campo con jardín; el
     inquilino no se quiere ir; un piso barato en el centro; me quieren desahuciar; se alquila plaza de garaje; un
     adosado con piscina; alquilo o compro; compartir piso con dos chicas; busco departamento en renta; un local en
     alquiler en la calle mayor; el piso tiene humedad y el dueño pasa; una cabaña junto al lago`,
    `un pis de dues habitacions a prop de la platja; el propietari no em torna la fiança; una habitació per a un
     estudiant; em poden apujar el lloguer; un llogater per al quarto lliure; una casa de camp amb jardí; el llogater
     no vol marxar; un pis barat al centre; em volen desnonar; es lloga plaça d'aparcament; una casa adossada amb
     piscina; llogo o compro; compartir pis amb dues noies; un local en lloguer al carrer major; el pis té humitat i
     l'amo no fa res; una cabana a la vora del llac`,
  ),
  // Loans, insurance, savings, luck.
  listed(
    `I want life insurance for my family; can I get a mortgage with a temporary contract; borrow five thousand to pay
     off debts; the bank turned me down for credit; which pension plan should I choose; is it a good time to buy gold;
     how does the stock exchange work; will dogecoin go up; the interest rate on my mortgage; I'm in debt up to my
     neck; how do I become a millionaire; a winning lottery ticket; health insurance for my parents; should I sell my
     shares; roulette strategy; find an investor for my idea; pay off my house early; insure my motorbike; where do I
     put my savings; the cash machine swallowed my card`,
    `quiero un seguro de vida para mi familia; me dan hipoteca con contrato temporal; pedir cinco mil prestados para
     pagar deudas; el banco me negó el crédito; qué plan de pensiones me conviene; es buen momento para comprar oro;
     cómo funciona la bolsa; va a subir el dogecoin; el interés de mi hipoteca; estoy endeudado hasta el cuello; cómo
     me hago millonario; me tocó el gordo; un seguro médico para mis padres; vendo mis acciones o espero; jugar a la
     ruleta; buscar un inversor para mi idea; amortizar la casa antes; asegurar la moto; dónde meto mis ahorros;
     necesito plata prestada; un crédito personal rápido; el cajero se tragó mi tarjeta`,
    `vull una assegurança de vida per a la família; em donen hipoteca amb contracte temporal; demanar cinc mil euros
     prestats per pagar deutes; el banc m'ha negat el crèdit; quin pla de pensions em convé; és bon moment per comprar
     or; com funciona la borsa; pujarà el dogecoin; l'interès de la meva hipoteca; estic endeutat fins al coll; com em
     faig milionari; m'ha tocat la grossa; una assegurança mèdica per als pares; venc les meves accions o espero;
     jugar a la ruleta; trobar un inversor per a la meva idea; amortitzar la casa abans; assegurar la moto; on poso
     els meus estalvis; un crèdit personal ràpid; el caixer s'ha empassat la meva targeta`,
  ),
  // Courts, quarrels at law, crimes, police.
  listed(
    `I want to sue my former boss; a lawyer for my divorce; they stole my bag on the beach; burglars broke in last
     night; I got a speeding fine; custody of my children; I was scammed on the internet; my brother contests the
     will; can they arrest me for this; report a theft; he threatens to kill me; am I liable if someone slips; how
     long is a patent valid; my son was caught with drugs; appeal against the sentence; compensation after a road
     accident; they're blackmailing me; the inheritance tax on mum's house splits the family; a bailiff at the door;
     witness in a trial; a drunk customer broke a glass door; the shop window was smashed`,
    `quiero demandar a mi antiguo jefe; un abogado para divorciarme; me robaron el bolso en la playa; anoche entraron
     ladrones; me multaron por exceso de velocidad; la custodia de mis hijos; me estafaron por internet; mi hermano
     impugna el testamento; me pueden detener por esto; poner una denuncia por robo; me ha amenazado de muerte; soy
     responsable si alguien resbala; cuánto dura una patente; pillaron a mi hijo con droga; recurrir la sentencia;
     indemnización por un accidente de tráfico; me están chantajeando; el impuesto de la herencia de la casa divide a
     la familia; testigo en un juicio; me asaltaron en la calle; levantar un acta en el ministerio público; un cliente
     borracho rompió la puerta de cristal; nos rompieron el escaparate`,
    `vull demandar el meu antic cap; un advocat per divorciar-me; em van robar la bossa a la platja; anit van entrar
     lladres; m'han multat per excés de velocitat; la custòdia dels meus fills; m'han estafat per internet; el meu
     germà impugna el testament; em poden detenir per això; posar una denúncia per robatori; m'ha amenaçat de mort;
     soc responsable si algú rellisca; quant dura una patent; han enxampat el meu fill amb droga; recórrer la
     sentència; indemnització per un accident de trànsit; em fan xantatge; l'impost de l'herència de la casa divideix
     la família; testimoni en un judici; els mossos m'han citat a comissaria; un client borratxo ha trencat la porta
     de vidre; ens han trencat l'aparador`,
  ),
  // Emergencies.
  listed(
    `call an ambulance; the kitchen is on fire; someone is drowning; there's a smell of gas; a man collapsed and isn't
     breathing; the police, quick; an earthquake; we're trapped in the lift; the river is rising into the houses; a
     child is lost; I swallowed bleach; there's been a crash and people are hurt; he has a gun; a tree fell on the
     road; choking on a bone; a snake bit me; a client slipped on the wet floor; an employee cut his hand`,
    `llamad a una ambulancia; se está quemando la cocina; alguien se ahoga; huele a gas; un hombre se ha desplomado y
     no respira; rápido, la policía; un terremoto; estamos atrapados en el elevador; el río se mete en las casas; se
     ha perdido un niño; me tragué lejía; ha habido un choque y hay heridos; tiene una pistola; cayó un árbol en la
     carretera; se atragantó con una espina; me picó una víbora; auxilio; socorro, fuego; una clienta resbaló con el
     suelo mojado; un empleado se cortó la mano`,
    `truqueu a una ambulància; s'està cremant la cuina; algú s'ofega; fa olor de gas; un home s'ha desplomat i no
     respira; ràpid, la policia; un terratrèmol; estem atrapats a l'ascensor; el riu entra a les cases; s'ha perdut un
     nen; m'he empassat lleixiu; hi ha hagut un xoc i hi ha ferits; té una pistola; ha caigut un arbre a la carretera;
     s'ha ennuegat amb una espina; m'ha picat un escurçó; auxili; socors, foc; una clienta ha relliscat amb el terra
     moll; un treballador s'ha tallat la mà`,
  ),
  // Work that the speaker wants for himself.
  listed(
    `I'm looking for work as a driver; are you hiring; I want to be your assistant and earn from home; I'm a trained
     cook and out of a job; how do I become a pilot; I was fired today; my boss shouts at me; how much does a nurse
     earn; I want to quit and travel; a summer job for my son; I can babysit at weekends; should I study law or
     medicine; unemployment benefit; they don't pay me overtime at my job; which career suits me; I offer my services
     as a gardener; I'd like a raise; retire at sixty`,
    `busco trabajo de conductor; estáis contratando; quiero trabajar de asistente desde casa; soy cocinero y estoy en
     paro; cómo se hace uno piloto; hoy me han despedido; mi jefe me grita; cuánto gana una enfermera; quiero dejarlo
     todo y viajar; un trabajo de verano para mi hijo; puedo cuidar niños los fines de semana; estudio derecho o
     medicina; cobrar el desempleo; en mi trabajo no me pagan las horas extra; qué carrera me pega; me ofrezco como
     jardinero; quiero pedir un aumento; jubilarme a los sesenta; ando buscando chamba; busco laburo de chofer`,
    `busco feina de conductor; agafeu gent; vull treballar d'assistent des de casa; soc cuiner i estic a l'atur; com
     s'arriba a ser pilot; avui m'han acomiadat; el meu cap em crida; quant guanya una infermera; vull deixar-ho tot i
     viatjar; una feina d'estiu per al meu fill; puc cuidar nens els caps de setmana; estudio dret o medicina; cobrar
     l'atur; a la feina no em paguen les hores extres; quina carrera m'escau; m'ofereixo com a jardiner; vull demanar
     un augment; jubilar-me als seixanta`,
  ),
];
