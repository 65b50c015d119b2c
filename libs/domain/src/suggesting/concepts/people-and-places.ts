/** Who and what trouble is about: people, bosses, trades, places, things, vehicles, times and sums. */
export const peopleAndPlaces = `
# people
boss: boss, manager, chief, supervisor, director, head of, owner, foreman, employer / jefe, jefa, patrón, patrona, encargado, encargada, gerente, director, capataz, dueño / cap, cap de, patró, mestressa, amo, encarregada, gerent, director, propietari
youngster: lad, lads, guy, guys, folks, bloke, girl, kid / chico, chica, muchacho, muchacha, chaval, chavala, pibe, chamaco / noi, noia, xicot, xaval, vailet, al·lot, al·lota, xic, xica
newcomer: new guy, new girl, new lad, new person, starts on, starts monday, joins us, joining, begins on / el nuevo, la nueva, chico nuevo, chica nueva, empieza el, entra el, se incorpora, incorporarse / el nou, la nova, noi nou, noia nova, comença el, entra el, s'incorpora, incorporar-se
leaver: quit, quits, leaves us, resigned, left the company, retires, retired, gave notice / se va, renunciar, se marcha, dejó el trabajo, se jubila, despedirse, dimitir / plega, plegar, se'n va, deixa la feina, es jubila, dimitir
visitor: visitor, attendees, crowd, audience, public, passers-by, turnout / visitante, asistentes, público, aforo, concurrencia / visitant, assistents, públic, aforament, concurrència
regular: regulars, regular, loyal, longstanding, used to, old customer, faithful / habitual, habituales, fiel, de toda la vida, cliente viejo, parroquianos, asiduo / habitual, fidel, de tota la vida, client vell, parroquià, assidu
partner firm: partner, associate, trustee, shareholder, committee member, board member / socio, socia, accionista, consejero, vocal, patronato / soci, sòcia, accionista, conseller, vocal, patronat
heads of trade: carpenter, joiner, plasterer, roofer, mason, locksmith, glazier, gas man, fitter, decorator, landscaper / carpintero, yesero, techador, cerrajero, cristalero, soldador, herrero, plomero, jardinero, pulidor / fuster, guixaire, serraller, vidrier, soldador, ferrer, manyà, jardiner, fontaner, manobre
inspection visit: inspection, extinguisher, alarm, boiler man, pest control, safety check, certificate of, due for service / revisión, extintor, alarma, el de la caldera, fumigar, plagas, inspección técnica, mantenimiento anual / revisió, extintor, alarma, el de la caldera, fumigar, plagues, inspecció tècnica, manteniment anual
sales rep: salesman, salesperson, sales team, reps, agent, sales people / vendedor, vendedora, comercial, comerciales, representante, agente / venedor, venedora, comercial, comercials, representant, viatjant
# things
vehicle: van, lorry, truck, car, vehicle, scooter, fleet, driver / furgoneta, furgo, camión, coche, carro, auto, vehículo, camioneta, chofer, chófer / furgoneta, furgo, camió, cotxe, vehicle, camioneta, xofer
goods: goods, merchandise, product, item, article, garment, wares, thing we sell / género, mercancía, mercadería, producto, artículo, prenda / gènere, mercaderia, producte, article, peça, roba
clothes: shoe, shoes, dress, shirt, coat, trousers, boots, size, sizes, colour, medium, large / zapato, vestido, camisa, abrigo, pantalón, botas, talla, tallas, color, mediana / sabata, vestit, camisa, abric, pantalons, botes, talla, talles, color, mitjana
fragile: broken, smashed, cracked, crushed, dented, arrived broken, leaking box / roto, rota, aplastado, hecho pedazos, golpeado, abollado, quebrado / trencat, trencada, aixafat, fet miques, esclafat, abonyegat
box: box, boxes, crate, pallet, carton / caja, cajas, cajón, palé, bulto, cartón / caixa, caixes, capsa, palet, embalum, cartró
photo: photo, photos, picture, pictures, image, photographed / foto, fotos, fotografía, imagen, retrato / foto, fotos, fotografia, imatge
words of page: words, text, texts, copy, wording of, caption / texto, textos, rótulo, pie de foto, letras / text, textos, rètol, peu de foto
computer: computer, laptop, pc, screen, program, app, system, software / ordenador, computadora, compu, portátil, programa, aplicación, sistema / ordinador, portàtil, programa, aplicació, sistema
key in copy: copy by hand, retype, retyping, typed twice, typing / copiar, copiar a mano, volver a escribir, pasar a mano, capturar, digitar / copiar, copiar a mà, tornar a escriure, passar a mà, picar
account number: iban, ibans, account number, sort code, bank details / iban, número de cuenta, clabe, cbu, datos bancarios / iban, ibans, número de compte, dades bancàries
paper slip: post-it, sticky note, scrap, slip of paper, notebook, notepad, jotter / post-it, papelito, libreta, cuaderno, bloc, papel suelto, agendita / post-it, paperet, llibreta, quadern, bloc, paper solt
plan drawing: plan, plans, drawing, blueprint, layout of / plano, planos, croquis, dibujo técnico / plànol, plànols, croquis, dibuix tècnic
key paperwork: permit, permits, licence, papers in order, stamp, stamped, registered / permiso, permisos, licencia, sello, sellar, alta, empadronar, en regla / permís, permisos, llicència, segell, segellar, alta, empadronar, en regla
# times
season: spring, summer, autumn, fall, winter, season, christmas, easter / primavera, verano, otoño, invierno, temporada, navidad, semana santa / primavera, estiu, tardor, hivern, temporada, nadal, setmana santa
month: january, february, march, april, may, june, july, august, september, october, november, december / enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre, diciembre / gener, febrer, març, abril, maig, juny, juliol, agost, setembre, octubre, novembre, desembre
weekday: monday, tuesday, wednesday, thursday, friday, saturday, sunday / lunes, martes, miércoles, jueves, viernes, sábado, domingo / dilluns, dimarts, dimecres, dijous, divendres, dissabte, diumenge
tomorrow: tomorrow, the day after, tonight, in an hour, next week, by then, soon / mañana mismo, pasado mañana, esta noche, la semana que viene, próxima semana, dentro de poco / demà, demà passat, aquesta nit, la setmana vinent, la setmana que ve, aviat
long ago: ages ago, weeks ago, months ago, since august, for months, for weeks, half a year, years back / hace semanas, hace meses, desde agosto, desde hace meses, medio año, hace un siglo, hace rato / fa setmanes, fa mesos, des de l'agost, des de fa mesos, mig any, fa un segle, fa temps
every so often: every month, every week, each week, each month, every friday, every monday, fortnightly / cada mes, cada semana, todas las semanas, todos los meses, cada viernes, todos los lunes, cada quincena, cada quince días / cada mes, cada setmana, totes les setmanes, tots els mesos, cada divendres, tots els dilluns, cada quinze dies
early late hours: at night, in the evening, after hours, closing time, midnight, at ten at night, dawn / por la noche, de noche, de madrugada, a medianoche, fuera de horas, a las tantas / a la nit, al vespre, de matinada, a mitjanit, fora d'hores, a les tantes
on time: on time, punctual, in time, before the date / a tiempo, puntual, en fecha, en hora / a temps, puntual, dins del termini, a l'hora
# sums
number of: hundred, hundreds, thousand, thousands, dozens, forty, fifty, two hundred / cien, cientos, mil, miles, decenas, cuarenta, cincuenta, doscientos / cent, centenars, mil, milers, desenes, quaranta, cinquanta, dos-cents
enough money: enough money, be enough, have enough, last until, survive, get by, tide us over / alcanzar, me alcanza, alcance, llegar, aguantar, me da para, quedarse corto / en tinc prou, en tindrem prou, n'hi haurà prou, prou diners, aguantar, passar l'hivern, quedar curt
cheaper: cheaper, lower price, a pound less, undercuts, under us, drop their prices / más barato, baja los precios, por debajo, rebaja, tira los precios, menos que yo / més barat, abaixa, abaixar, per sota, rebaixar, menys que jo
numbers for client: price up, pricing up, work out a price, how much it would cost, what it will cost, cost of the job / poner precio, sacar precio, cuánto costaría, cuánto saldría, pasar precio, dar números, numeritos / fer preu, posar preu, quant costaria, quant sortiria, passar preus, fer números
salary bits: overtime, night shift pay, bonus, sick pay, tips share / horas extras, nocturnidad, aguinaldo, quincena, propina, plus de / hores extres, nits, nocturnitat, plus de, propina
side by side: side by side, next to each other, table with, in one table / uno al lado del otro, lado a lado, en una tabla, en un cuadro / de costat, un al costat de l'altre, en una taula, en un quadre
`;
