import { type ElsewhereTopic, listed } from './topic.js';

export const bodyAndAnimalTopics: readonly ElsewhereTopic[] = [
  // Health.
  listed(
    `my tooth hurts; I have a fever and a cough; is this mole dangerous; what pill helps against migraine; I sprained
     my ankle; my back hurts when I bend; I can't sleep; how to lose ten kilos; am I pregnant; which vitamin should I
     take; my blood pressure is high; a rash on my arm; the baby won't stop crying; I feel dizzy; therapy for anxiety;
     my dog is sick and limps`,
    `me duele un diente; tengo fiebre y tos; es peligroso este lunar; qué pastilla va bien para la migraña; me torcí
     el tobillo; me duele la espalda al agacharme; no puedo dormir; cómo perder diez kilos; estoy embarazada; qué
     vitamina tomo; tengo la tensión alta; una erupción en el brazo; el bebé no para de llorar; estoy mareado; terapia
     para la ansiedad; mi perro está malo y cojea`,
    `em fa mal una dent; tinc febre i tos; és perillosa aquesta piga; quina pastilla va bé per a la migranya; em vaig
     torçar el turmell; em fa mal l'esquena quan m'ajupo; no puc dormir; com perdre deu quilos; estic embarassada;
     quina vitamina prenc; tinc la pressió alta; una erupció al braç; el nadó no para de plorar; estic marejat;
     teràpia per a l'ansietat; el meu gos està malalt i coixeja`,
  ),
  // Aches, illnesses, treatments.
  listed(
    `my throat is swollen; I cut my finger and it won't stop bleeding; should I worry about chest pain; it burns when
     I pee; my daughter has chickenpox; the dentist pulled the wrong tooth; I've been coughing for weeks; how much
     paracetamol can I take; my knee clicks on the stairs; I fainted yesterday; can I drink with antibiotics; my eyes
     itch in spring; a physiotherapist for my shoulder; how do I stop snoring; my period is late; symptoms of
     diabetes; I burned my hand; my ears are ringing; is it flu or covid; I threw up all night; dad had a stroke; a
     spot on my face won't heal; a customer fainted in the shop; my staff have caught a stomach bug; a parcel fell on
     my foot`,
    `tengo la garganta hinchada; me corté un dedo y no para de sangrar; me duele el pecho, es grave; me escuece al
     orinar; mi hija tiene varicela; el dentista me sacó la muela equivocada; llevo semanas tosiendo; cuánto
     paracetamol puedo tomar; me cruje la rodilla al bajar escaleras; ayer me desmayé; se puede beber con
     antibióticos; me pican los ojos en primavera; un fisio para el hombro; cómo dejo de roncar; se me retrasa la
     regla; síntomas de la diabetes; me quemé la mano; me zumban los oídos; será gripe o covid; vomité toda la noche;
     a mi papá le dio un derrame; tengo gastritis y agruras; me salió un grano en la cara; estoy resfriado; un cliente
     se desmayó en la tienda; mi gente ha pillado un virus de barriga; me cayó un paquete en el pie`,
    `tinc el coll inflat; m'he tallat un dit i no para de sagnar; em fa mal el pit, és greu; em cou quan faig pipí; la
     meva filla té la varicel·la; el dentista m'ha arrencat el queixal equivocat; fa setmanes que tusso; quant
     paracetamol puc prendre; em cruix el genoll quan baixo escales; ahir em vaig desmaiar; es pot beure amb
     antibiòtics; em piquen els ulls a la primavera; un fisio per a l'espatlla; com deixo de roncar; se'm retarda la
     regla; símptomes de la diabetis; m'he cremat la mà; em xiulen les orelles; deu ser grip o covid; he vomitat tota
     la nit; al pare li ha agafat un ictus; m'ha sortit un gra a la cara; estic refredat; un client s'ha desmaiat a la
     botiga; la meva gent ha agafat un virus de panxa; m'ha caigut un paquet al peu`,
  ),
  // Mind and sleep.
  listed(
    `I feel lonely; I'm burnt out and cry over nothing; panic attacks on the underground; I can't concentrate since my
     mother died; a psychologist to talk to; I wake up at four and can't fall asleep again; bad dreams about falling;
     how do I become more confident; I'm afraid of flying; I feel empty inside; stress gives me a knot in my stomach;
     I drink too much; how can I be happy; meditation for beginners; I hate my life; my self-esteem is on the floor;
     addicted to gambling`,
    `me siento solo; estoy quemado y lloro por cualquier cosa; me dan ataques de pánico en el metro; no levanto cabeza
     desde que murió mi madre; una psicóloga con quien hablar; me despierto a las cuatro y ya no pego ojo; sueño cosas
     horribles; cómo gano seguridad en mí mismo; me da miedo volar; me siento vacío por dentro; el estrés me cierra el
     estómago; bebo demasiado; cómo ser feliz; meditación para principiantes; odio mi vida; tengo la autoestima por
     los suelos; adicto al juego; estoy muy triste; ando deprimido`,
    `em sento sol; estic cremat i ploro per qualsevol cosa; m'agafen atacs de pànic al metro; no aixeco cap des que va
     morir la mare; una psicòloga per parlar-hi; em desperto a les quatre i ja no puc tornar a dormir; somio coses
     horribles; com guanyo seguretat en mi mateix; em fa por volar; em sento buit per dins; l'estrès em tanca
     l'estómac; bec massa; com ser feliç; meditació per a principiants; odio la meva vida; tinc l'autoestima per
     terra; addicte al joc; estic molt trist`,
  ),
  // Beauty, hair, fitness, diet.
  listed(
    `how to cover grey hair; a manicure on Friday; my hair falls out; wax my legs; a cream for wrinkles; a diet to
     lose belly fat; how many calories in an avocado; exercises for flat abs; a tattoo on my wrist; false eyelashes;
     my skin is oily; a haircut that suits a round face; get a personal trainer; how much protein a day; whiten my
     teeth; laser hair removal; does botox hurt; which perfume lasts longest; a spa day`,
    `cómo tapar las canas; hacerme la manicura el viernes; se me cae el pelo; depilarme las piernas; una crema para
     las arrugas; una dieta para bajar la barriga; cuántas calorías tiene un aguacate; ejercicios para el abdomen; un
     tatuaje en la muñeca; pestañas postizas; tengo la piel grasa; un corte de pelo para cara redonda; quiero un
     entrenador personal; cuánta proteína al día; blanquearme los dientes; depilación láser; duele el bótox; qué
     perfume dura más; un día de spa; quiero ponerme en forma; unas uñas de gel`,
    `com tapar els cabells blancs; fer-me la manicura divendres; em cauen els cabells; depilar-me les cames; una crema
     per a les arrugues; una dieta per perdre panxa; quantes calories té un alvocat; exercicis per als abdominals; un
     tatuatge al canell; pestanyes postisses; tinc la pell grassa; un tall de cabells per a cara rodona; vull un
     entrenador personal; quanta proteïna al dia; emblanquir-me les dents; depilació làser; fa mal el bòtox; quin
     perfum dura més; un dia d'spa; vull posar-me en forma; unes ungles de gel`,
  ),
  // Animals at home.
  listed(
    `my cat scratches the sofa; the puppy chews everything; how long do hamsters live; ticks on the dog; someone to
     walk my labrador; the parrot doesn't talk; my goldfish floats upside down; adopt a kitten; the horse lost a shoe;
     train a dog not to bark; vaccinate the rabbit; the canary stopped singing; my tortoise doesn't eat; a sitter for
     two cats in August; fleas at home; which breed is good with children; a bird fell out of its nest; our dog ran
     away; a pigeon got into the office`,
    `el gato araña el sofá; el cachorro lo muerde todo; cuántos años vive un hámster; garrapatas en el perro; alguien
     que saque a mi labrador; el loro no habla; el pececito flota boca arriba; adoptar un gatito; el caballo perdió
     una herradura; enseñar al perro a no ladrar; vacunar al conejo; el canario dejó de cantar; la tortuga no come;
     quién me cuida dos gatos en agosto; hay pulgas en casa; qué raza va bien con niños; un pájaro se cayó del nido;
     se nos escapó el perro; mi perrita está en celo; se coló una paloma en la oficina`,
    `el gat esgarrapa el sofà; el cadell ho mossega tot; quants anys viu un hàmster; paparres al gos; algú que tregui
     el meu labrador; el lloro no parla; el peixet sura panxa enlaire; adoptar un gatet; el cavall ha perdut una
     ferradura; ensenyar el gos a no bordar; vacunar el conill; el canari ha deixat de cantar; la tortuga no menja;
     qui em cuida dos gats a l'agost; hi ha puces a casa; quina raça va bé amb nens; un ocell ha caigut del niu; se'ns
     ha escapat el gos; s'ha ficat un colom a l'oficina`,
  ),
];
