import { type ElsewhereTopic, listed } from './topic.js';

export const otherProfessionTopics: readonly ElsewhereTopic[] = [
  // Programming and machines that compute.
  listed(
    `write a program in python; develop a mobile app from scratch; the server crashed; our network was hacked; set up
     the router; reinstall Windows; recover data from a broken disk; design a database in the cloud; train a neural
     network; a bug in the javascript; migrate the servers; build me a game; the wifi is slow; remove a virus;
     configure the firewall; code an algorithm`,
    `escribe un programa en python; desarrollar una app móvil desde cero; se ha caído el servidor; nos han hackeado la
     red; configurar el router; reinstalar Windows; recuperar datos de un disco roto; diseñar una base de datos en la
     nube; entrenar una red neuronal; un error en el javascript; migrar los servidores; hazme un juego; el wifi va
     lento; quitar un virus; configurar el cortafuegos; programar un algoritmo`,
    `escriu un programa en python; desenvolupar una app mòbil des de zero; ha caigut el servidor; ens han piratejat la
     xarxa; configurar el router; reinstal·lar Windows; recuperar dades d'un disc trencat; dissenyar una base de dades
     al núvol; entrenar una xarxa neuronal; un error al javascript; migrar els servidors; fes-me un joc; el wifi va
     lent; treure un virus; configurar el tallafocs; programar un algorisme`,
  ),
  // Programming.
  listed(
    `my function returns undefined; sort an array in java; what is recursion; the loop never ends; a regex for
     telephone numbers; how do I center a div; push to git fails; fix this null pointer; homework in C about pointers;
     a script that scrapes a page; an arduino that waters plants; train a chatbot; the unit tests fail; deploy with
     docker; a plugin for the shop; hack into an account; an operating system for old computers; an app like Uber;
     write me an sql join; encrypt the disk`,
    `mi función devuelve undefined; ordenar un array en java; qué es la recursividad; el bucle no termina nunca; una
     expresión regular para teléfonos; cómo centro un div; falla el push de git; corrige este puntero nulo; una
     práctica de C sobre punteros; un script que raspe una página; un arduino que riegue las plantas; entrenar un
     chatbot; fallan los tests unitarios; desplegar con docker; programar un plugin para la tienda; hackear una
     cuenta; un sistema operativo para equipos viejos; una aplicación como Uber; hazme un join en sql; cifrar el
     disco; armar un backend`,
    `la meva funció retorna undefined; ordenar un array en java; què és la recursivitat; el bucle no s'acaba mai; una
     expressió regular per a telèfons; com centro un div; falla el push de git; corregeix aquest punter nul; una
     pràctica de C sobre punters; un script que rasqui una pàgina; un arduino que regui les plantes; entrenar un
     xatbot; fallen els tests unitaris; desplegar amb docker; programar un connector per a la botiga; piratejar un
     compte; un sistema operatiu per a equips vells; una aplicació com Uber; fes-me un join en sql; xifrar el disc`,
  ),
  // Work of other professions.
  listed(
    `a sworn translation of a birth certificate; defend me in court; draw plans for a house; a notary for a will;
     certify my accounts as an auditor; design a logo; photograph my wedding; tailor a suit; tune the piano; a private
     detective; prescribe me glasses; value my jewellery; a driving instructor; translate this contract into Chinese;
     interpret at a hearing; a will after my aunt's death; sue the neighbour; a patent for my invention; an architect
     for an extension; an energy certificate for the flat; a surveyor; paint a mural; write my novel; a voice for a
     radio spot; fire an employee; negotiate with the union; become a shareholder`,
    `una traducción jurada de una partida de nacimiento; defiéndeme en un juicio; dibujar los planos de una casa; un
     notario para un testamento; auditar mis cuentas; diseñar un logotipo; fotografiar mi boda; hacerme un traje a
     medida; afinar el piano; un detective privado; graduarme la vista; tasar mis joyas; un profesor de autoescuela;
     traducir este contrato al chino; hacer de intérprete en una vista; la herencia de mi tía; denunciar al vecino;
     una patente para mi invento; un arquitecto para una ampliación; el certificado energético del piso; un perito;
     pintar un mural; escribir mi novela; una voz para una cuña de radio; despedir a un empleado; negociar con el
     sindicato; buscar un inversor`,
    `una traducció jurada d'una partida de naixement; defensa'm en un judici; dibuixar els plànols d'una casa; un
     notari per a un testament; auditar els meus comptes; dissenyar un logotip; fotografiar el meu casament; fer-me un
     vestit a mida; afinar el piano; un detectiu privat; graduar-me la vista; taxar les meves joies; un professor
     d'autoescola; traduir aquest contracte al xinès; fer d'intèrpret en una vista; l'herència de la tieta; denunciar
     el veí; una patent per al meu invent; un arquitecte per a una ampliació; el certificat energètic del pis; un
     pèrit; pintar un mural; escriure la meva novel·la; una veu per a una falca de ràdio; acomiadar un empleat;
     negociar amb el sindicat; buscar un inversor`,
  ),
  // Drawing, shooting, building for the screen.
  listed(
    `a logo with a lion; design our packaging; redesign the whole website from scratch; shoot a promotional video with
     a drone; draw a comic; an illustrator for a children's book; retouch my wedding photos; animate a character; a
     brand identity with new colours; design a poster for the gig; paint a portrait of my dog; a jingle for the radio;
     build an online shop in code; a 3D model of the kitchen; design the interior of a restaurant; a font of our own;
     film our anniversary; a photographer for the menu dishes`,
    `un logo con un león; diseñar el envase; rehacer la web entera desde cero; grabar un vídeo promocional con dron;
     dibujar un cómic; un ilustrador para un cuento infantil; retocar las fotos de mi boda; animar un personaje; una
     identidad de marca con colores nuevos; diseñar un cartel para el concierto; pintar un retrato de mi perro; una
     sintonía para la radio; programar una tienda en línea; un modelo 3D de la cocina; diseñar el interior de un
     restaurante; una tipografía propia; filmar nuestro aniversario; un fotógrafo para los platos de la carta; que me
     hagan un diseño gráfico bonito`,
    `un logo amb un lleó; dissenyar l'envàs; refer el web sencer des de zero; gravar un vídeo promocional amb dron;
     dibuixar un còmic; un il·lustrador per a un conte infantil; retocar les fotos del meu casament; animar un
     personatge; una identitat de marca amb colors nous; dissenyar un cartell per al concert; pintar un retrat del meu
     gos; una sintonia per a la ràdio; programar una botiga en línia; un model 3D de la cuina; dissenyar l'interior
     d'un restaurant; una tipografia pròpia; filmar el nostre aniversari; un fotògraf per als plats de la carta`,
  ),
  // Experts who answer for what they sign.
  listed(
    `an engineer to calculate the beams; measure the boundaries of my land; test the water for bacteria; a structural
     report on the balcony; a fire safety inspection; a chemist to analyse a sample; certify the lift; a soil study;
     an acoustics engineer; a court-appointed expert; blood analysis; an energy rating for the building; a doctor's
     certificate; a topographer; a safety officer on site; a notary to sign the deed of the flat; X-ray of a hand`,
    `un ingeniero que calcule las vigas; medir los lindes de mi terreno; analizar el agua por si hay bacterias; un
     informe estructural del balcón; una inspección contra incendios; un químico que analice una muestra; certificar
     el ascensor; un estudio del suelo; un ingeniero acústico; un perito judicial; un análisis de sangre; la
     calificación energética del edificio; un certificado médico; un topógrafo; un coordinador de seguridad en la
     obra; firmar ante notario la escritura del piso; una radiografía de la mano; un avalúo de la casa`,
    `un enginyer que calculi les bigues; mesurar els límits del meu terreny; analitzar l'aigua per si hi ha bacteris;
     un informe estructural del balcó; una inspecció contra incendis; un químic que analitzi una mostra; certificar
     l'ascensor; un estudi del sòl; un enginyer acústic; un pèrit judicial; una anàlisi de sang; la qualificació
     energètica de l'edifici; un certificat mèdic; un topògraf; un coordinador de seguretat a l'obra; signar davant
     notari l'escriptura del pis; una radiografia de la mà`,
  ),
];
