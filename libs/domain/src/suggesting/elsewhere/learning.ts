import { type ElsewhereTopic, listed } from './topic.js';

export const learningTopics: readonly ElsewhereTopic[] = [
  // Lessons and general knowledge.
  listed(
    `do my maths homework; solve this equation; write an essay about the French Revolution for school; what is the
     capital of Peru; who invented the telephone; how far is the moon; when did the war end; explain photosynthesis;
     teach me the guitar; I want to learn German; recommend a good novel; how many bones do we have; an exercise in
     integrals; what does this proverb mean; help me pass my exam; name the planets; a poem about autumn; what's the
     meaning of life; how do vaccines work; who wrote Hamlet; conjugate this verb; how tall is Everest; why is the sky
     blue; convert miles to kilometres; a summary of Don Quixote; tips for public speaking`,
    `hazme los deberes de mates; resuelve esta ecuación; una redacción sobre la Revolución francesa para clase; cuál
     es la capital de Perú; quién inventó el teléfono; a qué distancia está la luna; cuándo acabó la guerra; explica
     la fotosíntesis; enséñame a tocar la guitarra; quiero aprender alemán; recomiéndame una buena novela; cuántos
     huesos tenemos; un ejercicio de integrales; qué significa este refrán; ayúdame a aprobar el examen; nombra los
     planetas; un poema sobre el otoño; qué sentido tiene la vida; cómo funcionan las vacunas; quién escribió Hamlet;
     conjuga este verbo; cuánto mide el Everest; por qué el cielo es azul; pasar millas a kilómetros; un resumen del
     Quijote; trucos para hablar en público`,
    `fes-me els exercicis de matemàtiques; resol aquesta equació; una redacció sobre la Revolució francesa per a
     classe; quina és la capital del Perú; qui va inventar el telèfon; a quina distància és la lluna; quan va acabar
     la guerra; explica la fotosíntesi; ensenya'm a tocar la guitarra; vull aprendre alemany; recomana'm una bona
     novel·la; quants ossos tenim; què vol dir aquesta dita; ajuda'm a aprovar l'examen; anomena els planetes; un
     poema sobre la tardor; quin sentit té la vida; com funcionen les vacunes; qui va escriure Hamlet; conjuga aquest
     verb; quant fa l'Everest; per què el cel és blau; passar milles a quilòmetres; un resum del Quixot; trucs per
     parlar en públic`,
  ),
  // Sums, school, exams.
  listed(
    `what's seven times eight; twenty percent of 350; factor this polynomial; the derivative of x squared; my history
     exam is tomorrow; a project on volcanoes for class; how do I calculate the area of a triangle; explain fractions
     to a child; I failed physics; a dissertation on Kant; balance this chemical equation; mnemonics for the periodic
     table; the thesis defence terrifies me; summarise chapter three of the textbook; convert 30 degrees to
     fahrenheit; proof of the Pythagorean theorem; a private teacher for maths; do the exercises on page forty; which
     university is best; pass the driving test`,
    `cuánto son siete por ocho; el veinte por ciento de 350; factoriza este polinomio; la derivada de x al cuadrado;
     mañana tengo examen de historia; un trabajo sobre volcanes para clase; cómo se calcula el área de un triángulo;
     explicar las fracciones a un niño; suspendí física; un ensayo sobre Kant; ajusta esta ecuación química; reglas
     para memorizar la tabla periódica; me aterra defender la tesis; resume el capítulo tres del libro de texto; pasar
     30 grados a fahrenheit; demuestra el teorema de Pitágoras; un profesor particular de mates; haz los ejercicios de
     la página cuarenta; qué universidad es mejor; aprobar el carné de conducir; la tarea de mi hijo; reprobé química;
     preparar unas oposiciones`,
    `quant fan set per vuit; el vint per cent de 350; factoritza aquest polinomi; la derivada de x al quadrat; demà
     tinc examen d'història; un treball sobre volcans per a classe; com es calcula l'àrea d'un triangle; explicar les
     fraccions a un nen; he suspès física; un assaig sobre Kant; ajusta aquesta equació química; trucs per memoritzar
     la taula periòdica; em fa por defensar la tesi; resumeix el capítol tres del llibre de text; passar 30 graus a
     fahrenheit; demostra el teorema de Pitàgores; un professor particular de mates; fes els exercicis de la pàgina
     quaranta; quina universitat és millor; aprovar el carnet de conduir; el treball de recerca de batxillerat;
     preparar unes oposicions`,
  ),
  // Languages and words.
  listed(
    `how do you say thank you in Japanese; translate this poem into French; what's the plural of mouse; who or whom;
     correct my Spanish homework; a synonym for beautiful; I want to learn Italian before summer; what does ephemeral
     mean; how is quinoa pronounced; the past tense of go; interpret for me at the consulate; a word that rhymes with
     orange; translate my love letter; sign language course; the origin of my surname`,
    `cómo se dice gracias en japonés; traduce este poema al francés; cuál es el plural de lápiz; se escribe con be o
     con uve; corrígeme los deberes de inglés; un sinónimo de bonito; quiero aprender italiano antes del verano; qué
     significa efímero; cómo se pronuncia quinoa; el subjuntivo de caber; hacer de intérprete en el consulado; una
     palabra que rime con amor; tradúceme una carta; curso de lengua de signos; de dónde viene mi apellido; clases de
     inglés para adultos; lleva tilde o no`,
    `com es diu gràcies en japonès; tradueix aquest poema al francès; quin és el plural de llapis; s'escriu amb be o
     amb ve; corregeix-me els deures d'anglès; un sinònim de bonic; vull aprendre italià abans de l'estiu; què vol dir
     efímer; com es pronuncia quinoa; el subjuntiu de cabre; fer d'intèrpret al consolat; una paraula que rimi amb
     amor; tradueix-me una carta; curs de llengua de signes; d'on ve el meu cognom; classes d'anglès per a adults;
     porta accent o no`,
  ),
  // Questions about the world.
  listed(
    `what's the longest river in the world; how many countries are there in Africa; who painted the Mona Lisa; when
     was Columbus born; how do planes stay up; the population of Mexico; which animal sleeps standing; how old is the
     universe; who was the first man on the moon; why do cats purr; how does a battery work; what language do they
     speak in Brazil; the tallest building; what is a black hole; when did the Romans come; how many seconds in a day;
     who invented paper; do penguins have knees; what are atoms made of; what day does Easter fall on`,
    `cuál es el río más largo del mundo; cuántos países hay en África; quién pintó la Mona Lisa; cuándo nació Colón;
     cómo se sostienen los aviones en el aire; cuántos habitantes tiene México; qué animal duerme de pie; qué edad
     tiene el universo; quién fue el primer hombre en la luna; por qué ronronean los gatos; cómo funciona una pila;
     qué idioma se habla en Brasil; el edificio más alto; qué es un agujero negro; cuándo llegaron los romanos;
     cuántos segundos tiene un día; quién inventó el papel; tienen rodillas los pingüinos; de qué están hechos los
     átomos; en qué año cayó el muro de Berlín`,
    `quin és el riu més llarg del món; quants països hi ha a l'Àfrica; qui va pintar la Mona Lisa; quan va néixer
     Colom; com s'aguanten els avions a l'aire; quants habitants té Mèxic; quin animal dorm dret; quina edat té
     l'univers; qui va ser el primer home a la lluna; per què ronronegen els gats; com funciona una pila; quina
     llengua es parla al Brasil; l'edifici més alt; què és un forat negre; quan van arribar els romans; quants segons
     té un dia; qui va inventar el paper; tenen genolls els pingüins; de què estan fets els àtoms; en quin any va
     caure el mur de Berlín`,
  ),
  // Verses, stories, jokes.
  listed(
    `write a haiku about the sea; tell me a story with a dragon; a riddle for children; make up a rap about Mondays; a
     limerick; roast my friend; write the next chapter; a fairy tale with a happy ending; a funny pun about cheese; an
     epitaph; a screenplay about zombies; the lyrics for a love song; a nickname for my boyfriend; pretend you're a
     pirate; a tongue twister; describe a sunset in four lines; knock knock`,
    `escribe un haiku sobre el mar; cuéntame un cuento con un dragón; una adivinanza para niños; invéntate un rap
     sobre los lunes; unas rimas graciosas; métete con mi amigo; escribe el próximo capítulo; un cuento de hadas con
     final feliz; un chiste malo de quesos; un epitafio; un guion de zombis; la letra de una canción de amor; un apodo
     para mi novio; haz como si fueras un pirata; un trabalenguas; describe un atardecer en cuatro versos; hazme reír;
     una calaverita`,
    `escriu un haiku sobre el mar; explica'm un conte amb un drac; una endevinalla per a nens; inventa't un rap sobre
     els dilluns; unes rimes gracioses; fica't amb el meu amic; escriu el capítol següent; un conte de fades amb final
     feliç; un acudit dolent de formatges; un epitafi; un guió de zombis; la lletra d'una cançó d'amor; un sobrenom
     per al xicot; fes com si fossis un pirata; un embarbussament; descriu una posta de sol en quatre versos; fes-me
     riure; un rodolí d'auca`,
  ),
];
