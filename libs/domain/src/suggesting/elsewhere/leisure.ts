import { type ElsewhereTopic, listed } from './topic.js';

export const leisureTopics: readonly ElsewhereTopic[] = [
  // Leisure, weather, sport, and private life.
  listed(
    `who won the match; will it rain on Sunday; a film for tonight; my girlfriend left me; I want a tattoo of a rose;
     tickets for a concert; how to win at chess; tell me a joke; my horoscope; what shall I give my wife for her
     birthday; the best beach near here; train for a marathon; name for a puppy; I'm bored; I had a strange dream; a
     costume for carnival; sing me a song; my neighbour plays loud music; who will win the elections; divorce my
     husband; do you believe in ghosts; what shall I wear tonight; a restaurant for a date; is my ex coming back; a
     gift for my mum; how to stop smoking; a good series; bets on the derby; the metro is late; camping with kids; I
     miss my grandfather; which phone should I buy`,
    `quién ganó el partido; lloverá el domingo; una película para esta noche; me ha dejado la novia; quiero tatuarme
     una rosa; entradas para un concierto; cómo ganar al ajedrez; cuéntame un chiste; mi horóscopo; qué le regalo a mi
     mujer por su cumpleaños; la mejor playa de por aquí; entrenar para un maratón; nombre para un cachorro; me
     aburro; tuve un sueño raro; un disfraz de carnaval; cántame una canción; el vecino pone la música alta; quién
     ganará las elecciones; divorciarme de mi marido; crees en fantasmas; qué me pongo esta noche; un restaurante para
     una cita romántica; volverá mi ex; un regalo para mi madre; cómo dejar de fumar; una buena serie; apuestas para
     el derbi; el metro llega tarde; acampar con niños; echo de menos a mi abuelo; qué móvil me compro; qué partido
     tan malo`,
    `qui va guanyar el partit; plourà diumenge; una pel·lícula per a aquesta nit; m'ha deixat la xicota; vull
     tatuar-me una rosa; entrades per a un concert; com guanyar als escacs; explica'm un acudit; el meu horòscop; què
     li regalo a la dona per l'aniversari; la millor platja d'aquí; entrenar per a una marató; nom per a un cadell;
     m'avorreixo; vaig tenir un somni estrany; una disfressa de carnaval; canta'm una cançó; el veí posa la música
     alta; qui guanyarà les eleccions; divorciar-me del meu marit; creus en fantasmes; què em poso aquesta nit; un
     restaurant per a una cita romàntica; tornarà el meu ex; un regal per a la mare; com deixar de fumar; una bona
     sèrie; apostes per al derbi; el metro arriba tard; acampar amb nens; trobo a faltar l'avi; quin mòbil em compro;
     quin partit més dolent`,
  ),
  // Sport.
  listed(
    `what time does the game start; was it offside; the goalkeeper let in four; two minutes left of the match and
     we're losing; who's top of the league; a penalty in extra time; I want to learn to surf; how many sets in tennis;
     improve my golf swing; my team was relegated; running shoes for asphalt; the best striker in history; a yoga
     class; how to do a handstand; the cyclist who won the Tour; bench press routine; box with a friend; the olympic
     record for the hundred metres; sign up for a half marathon; a padel partner`,
    `a qué hora empieza el partido; era fuera de juego; al portero le metieron cuatro; quedan dos minutos de partido y
     vamos perdiendo; quién va primero en la liga; un penalti en la prórroga; quiero aprender a surfear; cuántos sets
     tiene el tenis; mejorar el swing de golf; mi equipo bajó a segunda; zapatillas para correr por asfalto; el mejor
     delantero de la historia; clases de yoga; cómo se hace el pino; el ciclista que ganó el Tour; una rutina de
     pesas; boxear con un amigo; el récord olímpico de cien metros; apuntarme a una media maratón; un compañero de
     pádel; golazo de chilena; la cancha está mojada`,
    `a quina hora comença el partit; era fora de joc; al porter li han fet quatre gols; queden dos minuts de partit i
     anem perdent; qui va primer a la lliga; un penal a la pròrroga; vull aprendre a fer surf; quants sets té el
     tennis; millorar el swing de golf; el meu equip ha baixat a segona; vambes per córrer per asfalt; el millor
     davanter de la història; classes de ioga; com es fa la vertical; el ciclista que va guanyar el Tour; una rutina
     de peses; boxejar amb un amic; el rècord olímpic de cent metres; apuntar-me a una mitja marató; un company de
     pàdel; el Barça juga avui`,
  ),
  // Films, music, books, shows.
  listed(
    `what's that song called; the ending of the film confused me; a novel like Harry Potter; how many seasons does it
     have; a sad song to cry to; who plays the villain; where can I stream it; books to read on holiday; the actor who
     died last week; guitar chords for a ballad; is the concert sold out; two tickets for the opera; what's on at the
     cinema; I'm looking for a thriller that hooks me; the lyrics of the anthem; learn the drums; a playlist for a
     party; a podcast about crimes; a good library nearby; a painting by Goya; theatre for children`,
    `cómo se llama esa canción; no entendí el final de la película; una novela como Harry Potter; cuántas temporadas
     tiene; una canción triste para llorar; quién hace de malo; dónde la puedo ver en streaming; libros para leer en
     vacaciones; el actor que murió la semana pasada; los acordes de una balada en la guitarra; se agotaron las
     entradas del concierto; dos boletos para la ópera; qué ponen en el cine; busco un thriller que enganche; la letra
     del himno; aprender a tocar la batería; una lista de canciones para bailar; un pódcast de crímenes; una buena
     biblioteca cerca; un cuadro de Goya; teatro para niños; una telenovela mexicana; cumbias para la fiesta`,
    `com es diu aquesta cançó; no he entès el final de la pel·lícula; una novel·la com Harry Potter; quantes
     temporades té; una cançó trista per plorar; qui fa de dolent; on la puc veure en streaming; llibres per llegir a
     l'estiu; l'actor que va morir la setmana passada; els acords d'una balada a la guitarra; s'han exhaurit les
     entrades del concert; dues entrades per a l'òpera; què fan al cinema; busco un thriller que enganxi; la lletra de
     l'himne; aprendre a tocar la bateria; una llista de cançons per ballar; un pòdcast de crims; una bona biblioteca
     a prop; un quadre de Miró; teatre per a nens; una havanera`,
  ),
  // Games and hobbies.
  listed(
    `how do I beat the last boss; the rules of poker; a crossword clue of six letters; knit a scarf; build a model
     train; which console to buy; collect stamps; I want to take up pottery; solve a Rubik's cube; the best opening in
     chess; paint with watercolours; photograph stars; a puzzle of a thousand pieces; what do I do on a rainy Sunday;
     a drone for beginners; origami crane; learn magic tricks; dance salsa; cheats for the game; a telescope for my
     balcony`,
    `cómo se vence al jefe final; las reglas del póquer; crucigrama de seis letras; tejer una bufanda; una maqueta de
     tren; qué consola me compro; coleccionar sellos; quiero empezar con la cerámica; resolver el cubo de Rubik; la
     mejor apertura de ajedrez; pintar con acuarelas; fotografiar estrellas; un rompecabezas de mil piezas; qué hago
     un domingo de lluvia; un dron para principiantes; una grulla de papel; aprender trucos de magia; bailar salsa;
     trucos para el videojuego; un telescopio para el balcón; jugar dominó; hacer ganchillo`,
    `com es venç l'últim enemic del joc; les regles de la botifarra; mots encreuats de sis lletres; fer una bufanda de
     mitja; una maqueta de tren; quina consola em compro; col·leccionar segells; vull començar amb la ceràmica;
     resoldre el cub de Rubik; la millor obertura d'escacs; pintar amb aquarel·les; fotografiar estels; un
     trencaclosques de mil peces; què faig un diumenge de pluja; un dron per a principiants; una grua de paper;
     aprendre trucs de màgia; ballar sardanes; trucs per al videojoc; un telescopi per al balcó; fer ganxet`,
  ),
  // Politics and the news.
  listed(
    `who is going to govern; the prime minister resigned; I can't stand politicians; will there be a war; what do you
     think of the king; immigration; the strike of the doctors; is the left or the right better; who do I vote for;
     what happened in the news today; the president's speech; they should lower taxes for everybody; independence for
     Catalonia; corruption in the party; the price of petrol is a scandal; the demonstration on Saturday; the
     referendum; a coup`,
    `quién va a gobernar; ha dimitido el presidente; no aguanto a los políticos; va a haber guerra; qué opinas del
     rey; la inmigración; la huelga de médicos; es mejor la izquierda o la derecha; a quién voto; qué ha pasado hoy en
     las noticias; el discurso del presidente; deberían bajar los impuestos a todo el mundo; la independencia de
     Cataluña; la corrupción del partido; el precio de la gasolina es un escándalo; la manifestación del sábado; el
     referéndum; un golpe de Estado; la inflación está por las nubes; los diputados no hacen nada`,
    `qui governarà; ha dimitit el president; no suporto els polítics; hi haurà guerra; què en penses, del rei; la
     immigració; la vaga de metges; és millor l'esquerra o la dreta; a qui voto; què ha passat avui a les notícies; el
     discurs del president; haurien d'abaixar els impostos a tothom; la independència de Catalunya; la corrupció del
     partit; el preu de la benzina és un escàndol; la manifestació de dissabte; el referèndum; un cop d'estat; els
     diputats no fan res`,
  ),
  // Screens, apps and telephones for fun.
  listed(
    `my Instagram got hacked and they post bikini pictures; how do I cast Netflix to the telly; who viewed my profile;
     a filter with dog ears; my ex blocked me on WhatsApp; download music without paying; the remote control has no
     batteries; swipe right on a dating app; get more views on my dance videos; a ringtone; how to pass the level with
     the candies; the channel with the cartoons is gone; a wallpaper with mountains; stickers for a chat with friends;
     how do I mute my aunt`,
    `me hackearon el Instagram y suben fotos en bikini; cómo pongo Netflix en la tele; quién ha visto mi perfil; un
     filtro con orejas de perro; mi ex me bloqueó en el WhatsApp; bajar música sin pagar; el mando a distancia no
     tiene pilas; ligar por una aplicación de citas; más visitas en mis bailes de TikTok; un tono de llamada gracioso;
     cómo se pasa el nivel de los caramelos; desapareció el canal de dibujos animados; un fondo de pantalla con
     montañas; memes de gatos; cómo silencio a mi tía; el control remoto se perdió`,
    `m'han piratejat l'Instagram i hi pengen fotos en biquini; com poso Netflix a la tele; qui ha mirat el meu perfil;
     un filtre amb orelles de gos; el meu ex m'ha bloquejat al WhatsApp; baixar música sense pagar; el comandament a
     distància no té piles; lligar per una aplicació de cites; més visites als meus balls de TikTok; un to de trucada
     graciós; com es passa el nivell dels caramels; ha desaparegut el canal de dibuixos animats; un fons de pantalla
     amb muntanyes; mems de gats; com silencio la tieta`,
  ),
];
