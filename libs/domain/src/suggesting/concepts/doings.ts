/** What people do, leave undone or want done, in everyday words. */
export const doings = `
# letting things lie
neglect: neglect, left undone, let slide, nobody does it, never done, piling up, gathering dust / descuidar, dejar de lado, sin hacer, nadie lo hace, se amontona, criando polvo, dejado / descuidar, deixar de banda, sense fer, ningú ho fa, s'amuntega, agafar pols, deixat
nobody knows: nobody knows, no one knows, has no idea, hasn't a clue, clueless / nadie sabe, nadie tiene idea, ni idea, no tiene ni idea, a saber / ningú sap, ningú no sap, ni idea, ves a saber, no en té ni idea
only me: only i know, all in my head, depends on me, without me, asks me everything, call me every time / solo yo lo sé, todo en mi cabeza, depende de mí, sin mí, me lo preguntan todo, me llaman para todo / només ho sé jo, tot al cap, depèn de mi, sense mi, m'ho pregunten tot, em truquen per tot
take charge of: take over, take care of, deal with, handle, sort that / ocuparse, encargarse, hacerse cargo, llevar, tomar las riendas / ocupar-se, encarregar-se, fer-se càrrec, portar, agafar les regnes
do it for me: do it for me, off my hands, take it off me, just approve / que me lo hagan, quitarme de encima, solo aprobar, que me lo dejen hecho, yo reviso / que m'ho facin, treure'm de sobre, només aprovar, que m'ho deixin fet, jo ho repasso
swear: damn, bloody, hell, crap, bugger / maldito, carajo, leches, narices, puñetas / punyetes, collons, carai, maleït, merda
# speaking
tell us: tell them, let them know, inform, notify, warn, announce, give news / avisar, decirles, informar, notificar, dar noticias, dar aviso / avisar, dir-los, informar, notificar, donar notícies, fer saber
not a word: not a word, no news, without news, hear nothing, heard nothing, in silence, radio silence / sin noticias, ni una palabra, ni mu, no dicen nada, no se enteran de nada / sense notícies, ni piu, ni una paraula, no diuen res, no en saben res
fob off: says friday, says tomorrow, keeps promising, excuses, fobs me off, dodges, always says / dice que mañana, que ya lo hará, excusas, me da largas, dando largas, se hace el loco / diu que demà, que ja ho farà, excuses, em dona llargues, fa l'orni, es fa el sord
protest: protest, moan, moans, grumble, grumpy, kick up a fuss, make a scene, tell us off / protestar, protesta, refunfuñar, montar un pollo, poner el grito, bronca, reclamo, rezongar / protestar, protesta, rondinar, muntar un numeret, posar el crit al cel, bronca, esbroncada
ask around: ask people, ask them, what do they think, did they like, how was it for / preguntarles, qué piensan, les gustó, qué les pareció, qué tal les fue / preguntar-los, què en pensen, els ha agradat, què els ha semblat, com els ha anat
explain: explain, explaining, show how, teach, walk them through / explicar, enseñar, mostrar cómo, indicar / explicar, ensenyar, mostrar com, indicar
say yes: accept, approve, approval, agree, yes or no, go ahead, nod, sign off / aceptar, aprobar, visto bueno, sí o no, dar el sí, conformidad / acceptar, aprovar, vistiplau, sí o no, dir que sí, conformitat
see how it ended: what they decided, made up their mind, did they decide, how it ended, if they want it / qué decidieron, se decidieron, en qué quedó, si lo quieren, si les interesa / què han decidit, s'han decidit, com ha quedat, si ho volen, si els interessa
# moving and meeting
between places: drive between, get from, across town, travel time, two sites, one place to another / de un lado a otro, ir de un sitio, otra punta, tiempo de trayecto, entre una y otra / d'una banda a l'altra, anar d'un lloc, a l'altra punta, temps de trajecte, entre l'una i l'altra, entremig
get together: meet, get together, see each other, sit down with, coincide / quedar, vernos, reunirse, sentarse con, juntarse / quedar, veure'ns, reunir-se, seure amb, ajuntar-se
stand in queue: queue up, line up, wait in line / hacer cola, guardar turno, hacer fila / fer cua, fer torn
leave hanging: leave hanging, leave in the air, in limbo, up in the air, unfinished / dejar colgado, en el aire, a medias, colgado / deixar penjat, a l'aire, a mitges, penjat
come back: come back, return, come again, again with us, see again / volver, regresar, vuelva, de nuevo con nosotros / tornar, tornin, tornar a venir
stop coming: no longer come, haven't been in, haven't been back, don't show up any more, gone elsewhere / ya no vienen, ya no aparecen, no han vuelto, no se les ve, dejaron de / ja no venen, ja no vénen, no han tornat, no se'ls veu, han deixat de
go missing: goes missing, went missing, never got there, stuck at, stuck in / no llegó, se perdió por el camino, atascado en, parado en / no va arribar, s'ha perdut pel camí, encallat a, aturat a
send: send, send out, mail out, deliver, hand out / mandar, enviar, remitir, entregar, repartir / enviar, trametre, lliurar, repartir
hang on web: put online, put up, upload, on the site, up on the site, list them online, onto the shop / colgar, subir, en línea, en la web, poner en la tienda / penjar, pujar, en línia, al web, posar a la botiga
mark down: mark down, marked down, half price, reduce, put the price up, raise prices / rebajar, a mitad de precio, bajar precios, subir precios, dejar a mitad / rebaixar, a meitat de preu, abaixar preus, apujar preus
count: count, counting, stocktake, how many left, how many are there / contar, recuento, cuántos quedan, inventariar, cuántos hay / comptar, recompte, quants en queden, inventariar, quants n'hi ha
ask for more: order in time, order too late, need to order, run short, ran out / pedir a tiempo, pedir tarde, encargar, quedarse corto, se acabó / demanar a temps, demanar tard, encarregar, fer curt, s'ha acabat
look at: look through, go through, check through, read through, have a look / mirar, revisar, repasar, echar un vistazo, leerse / mirar, revisar, repassar, fer un cop d'ull, llegir-se
choose: choose, pick, select, best ones, worth seeing, who is worth / elegir, escoger, seleccionar, los mejores, valer la pena / escollir, triar, seleccionar, els millors, valer la pena
write it right: proofread, misspelt, corrections, neat, tidy up the text, fair copy / pasar a limpio, en limpio, corregir, bien escrito, presentable / passar a net, en net, corregir, ben escrit
hear tape: listen back, recorded, recordings, on tape / grabado, grabada, grabaciones, escuchar / gravat, gravada, gravacions, enregistrat
rules say: by law, the rules, ordinance, is it legal, allowed to, regulations say, where it's written / por ley, la normativa, ordenanza, se puede, permiten, dónde lo pone / per llei, la normativa, ordenança, es pot, permeten, on ho diu
join up: tie up, line up, arrange with, agree with, fit in with / cuadrar, encajar con, acordar con, coordinar con, ponerse de acuerdo / quadrar, lligar, encaixar amb, acordar amb, posar-se d'acord
swap turns: swap, swaps, swapping, cover for, fill in for / cambiarse, intercambiar, sustituir, suplir, doblar / canviar-se, intercanviar, substituir, suplir, doblar
spend abroad: paid out of pocket, paid myself, dinners and taxis, taxi and dinner, hotel bill / pagué yo, de mi bolsillo, dinero mío, comidas y taxis, viáticos / ho vaig pagar jo, de la meva butxaca, diners meus, dinars i taxis
waste double: twice the work, same thing twice, four programs, do it again, going round in circles / dos veces lo mismo, trabajo doble, cuatro programas, rehacer, dar vueltas / dues vegades el mateix, feina doble, quatre programes, refer, donar voltes
where put: where i put, anywhere, everyone saves, each one saves, wherever they like / donde quiere, cada uno guarda, en cualquier sitio, a saber dónde / on vol, cadascú desa, a qualsevol lloc, ves a saber on
`;
