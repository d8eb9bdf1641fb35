# Todo lo que dice el bot, en español. Sencillo, amable, breve, con «usted».


## Partes de frases

moment = { $day }, { $hour }
zone-name-eastern = Hora del Este
zone-name-central = Hora del Centro
zone-name-mountain = Hora de la Montaña
zone-name-arizona = Hora de Arizona
zone-name-pacific = Hora del Pacífico
zone-name-alaska = Hora de Alaska
zone-name-hawaii = Hora de Hawái
zone-name-puerto-rico = Hora de Puerto Rico
zone-name-guam = Hora de Guam
zone-name-samoa = Hora de Samoa


## Botones de muchos mensajes

button-menu = Menú
button-back = ← Atrás
button-cancel = Cancelar
button-yes = Sí
button-change = Cambiar
button-browse = 📚 Preguntas
button-add-date = ➕ Agregar fecha
button-dates = 📅 Mis fechas
button-tomorrow = 🌙 Mañana
button-settings = ⚙️ Ajustes
button-help = Ayuda


## Conversaciones

flow-restart = Me actualizaron desde que empezamos, así que volvamos a comenzar. No se perdió nada de lo guardado.
cancel-done = Está bien, lo dejé. No guardé nada de eso.
cancel-nothing = No hay nada que cancelar. ¿En qué le ayudo?
toast-question-closed = Esa pregunta ya se cerró. /dates muestra lo que guardo.
toast-already-done = Ya estaba hecho.


## Zona horaria

zone-ask = ¿En qué zona horaria vive? También puede escribir su ciudad o estado.
zone-type-place = Escriba su ciudad o el nombre de su zona, como <b>Boise</b> o <b>Europe/Madrid</b>. También puede compartir su ubicación. La uso una vez y no la guardo.
zone-unknown = No encontré ese lugar. Pruebe con una ciudad más grande cerca de usted, o toque una zona abajo.
zone-place-unknown = No pude saber la zona de ese lugar. Toque una abajo o escriba una ciudad cercana, por favor.
zone-two-here = Su estado tiene dos zonas: { $first } y { $second }. Por favor toque la suya abajo.
zone-shown = <b>{ $zone }</b>. La hora allí es: { $at }.
zone-hours-stay = Sus horas siguen igual. Recordatorios: { $reminders }. Tarjetas de mañana: { $cards }. { $moved ->
        [0] Ningún mensaje pendiente tuvo que moverse.
        [one] Un mensaje pendiente se movió.
       *[other] { $moved } mensajes pendientes se movieron.
    }
button-zone = { $zone }
button-zone-elsewhere = Otro lugar
button-zone-change = Cambiar


## Lo que no se pudo, y qué ayuda

refusal-nickname-empty = Un apodo necesita al menos una letra o un emoji.
refusal-nickname-too-long = Ese apodo es muy largo. Use { $nickname_limit } caracteres o menos.
refusal-nickname-taken = Ya tiene un hijo con ese apodo. Por favor elija otro.
refusal-title-too-long = Ese nombre es muy largo. Use { $title_limit } caracteres o menos.
refusal-change-empty = Dígame en pocas palabras qué será distinto ese día.
refusal-change-too-long = Es un poco largo para una tarjeta. Use { $change_limit } caracteres o menos.
refusal-change-too-many-days = Un cambio puede durar hasta { $max_days } días. Por favor divídalo en dos.
refusal-change-past = Ese día ya pasó. ¿Qué día quiere decir?
refusal-date-past = Ese día ya pasó. ¿Qué día quiere decir?
refusal-date-too-far = Faltan más de cuatro años. Por favor revise el año.
refusal-zone-unknown = No conozco esa zona horaria. Por favor toque uno de los botones.
refusal-zone-missing = Primero necesito su zona horaria. Mande /zone para ponerla.
refusal-too-many-children = Tiene { $max_children } hijos aquí y no puedo guardar más. Para hacer lugar, quite uno en /family.
refusal-too-many-dates = Tiene { $max_dates } fechas abiertas y no puedo guardar más. Para hacer lugar, marque algunas como hechas en /dates.
refusal-too-many-changes = Tiene { $max_changes } días distintos por venir y no puedo guardar más. Para hacer lugar, quite algunos en /tomorrow.


## Cuando algo falla

error-ours = Algo falló de mi lado. No se perdió nada. Por favor inténtelo otra vez.
too-fast = Fue mucho de una vez. Deme un minuto y sigo con usted.


## Primeras palabras, ayuda, menú

start-does = Hola. Ayudo a padres de niños con un <b>plan 504</b> o un <b>IEP</b>. Pregúnteme con sus palabras. Deme una fecha una vez, y le aviso a tiempo. Dígame cuando un día de escuela será distinto y le mando una tarjeta la noche anterior.
start-is-not = No soy abogado ni soy su escuela. Le digo lo que dicen las reglas y dónde está escrito.
start-keeps = Guardo un apodo, sus fechas, los días de escuela distintos y sus ajustes. Nunca sus preguntas, a menos que usted mande una. Vea /privacy.
start-just-write = Solo escriba, o toque un botón.
hello-short = Soy Plankeeper. Respondo preguntas sobre planes 504 e IEP, guardo sus fechas y le aviso de días distintos. /help muestra más.
help-text = <b>Lo que puedo hacer</b>
    • <b>Pregúnteme</b> sobre planes 504, IEP y exámenes estatales. Solo escriba, o use /ask.
    • /add guarda una fecha. O escriba: «junta del IEP 3 de octubre a las 2».
    • /dates muestra sus fechas.
    • /tomorrow dice qué será distinto mañana. O escriba: «mañana examen de práctica, sin educación física».
    • /topics muestra las preguntas que sé responder.
    • /family muestra sus hijos.
    • /status muestra lo que mandaré después.
    • /settings cambia horas, zona e idioma.
    • /privacy, /export y /delete son sobre lo que guardo.
    • /cancel deja cualquier pregunta mía. /start dice quién soy.
menu = ¿Qué quiere hacer?
stop-how = Para dejar las tarjetas de la noche, abra Ajustes. Para no recibir nada, bloquee este chat, o borre todo con el botón de abajo.
resume-how = Aquí estoy. /status muestra lo que sigue.
confirm-nothing = Ahora no hay nada esperando un sí. ¿En qué le ayudo?
returned-missed = Qué bueno que volvió. { $count ->
        [one] Un mensaje no le pudo llegar mientras no estaba. Sus fechas siguen aquí.
       *[other] { $count } mensajes no le pudieron llegar mientras no estaba. Sus fechas siguen aquí.
    }
wish-not-yet = Eso todavía no lo puedo hacer. Esto sí:
command-unknown = No conozco ese comando. Esto sí puedo hacer:
button-is-old = Ese botón es de antes y ya no funciona. Aquí está el menú.
edited-message = Vi su cambio. Solo actúo con mensajes nuevos, así que mándelo otra vez si algo debe pasar.
group-hello = Hola. Aquí puede hacerme preguntas públicas sobre planes 504 e IEP: escriba @{ $name } y su pregunta. Para su propio hijo, escríbame en privado.
group-private = Eso es sobre su propio hijo, así que hagámoslo en privado. Nadie más lo verá.
button-private = Escribirme en privado
button-status = Lo que sigue
button-none-of-these = Ninguna de estas
button-set-zone = Zona horaria
button-delete-all = Borrar todo
button-export = Una copia


## Respuestas

answer-title = <b>{ $title }</b>
answer-only-english = Esta respuesta está solo en inglés.
answer-source = <a href="{ $url }">{ $name }</a>
answer-checked = Fuente: { $sources }. Revisado: { $day }. No es consejo legal.
button-helped = 👍 Me sirvió
button-not-quite = 👎 No tanto
toast-vote-thanks = ¡Gracias!
toast-vote-sorry = Gracias por decírmelo.
toast-vote-again = Ya me lo había dicho. ¡Gracias!
toast-answer-gone = Esa respuesta ya no está aquí. Gracias de todos modos.
toast-reason-thanks = Gracias. Eso ayuda a mejorarla.
vote-not-quite = Siento que no le sirviera. ¿Qué pasó? No tiene que decirlo. También puede preguntar con otras palabras o ver las preguntas.
button-chosen = ✓ { $what }
button-reason-hard = Difícil de leer
button-reason-other = No es mi pregunta
button-reason-missing = Le falta algo
button-reason-wrong = Creo que está mal
choices-did-you-mean = Quiero entenderle bien. ¿Es una de estas?
choices-none = Entonces tal vez todavía no la tengo. Puede preguntar con otras palabras o ver las preguntas.
ask-how = ¿Qué quiere saber? Escríbalo con sus palabras.
fallback = Creo que eso no lo sé. Puede preguntarlo con otras palabras o ver las preguntas. El <a href="https://www.parentcenterhub.org/find-your-center/">centro de padres</a> gratis de su estado también puede ayudar.
crisis-help = Qué bueno que me escribió. No tiene que pasar por esto en soledad.

    <b>Si hay peligro ahora: llame al 911.</b>
    <b>Llame al 988</b>, de día o de noche, y oprima 2 para español. O mande <b>AYUDA</b> por mensaje de texto al 988. Alguien puede ayudarle a usted o a su hijo.
    Si están lastimando a un niño: Childhelp, <b>1-800-422-4453</b>.

    Son amables y es gratis.
aside-nearby = Eso está cerca de lo que sé, pero no me toca a mí. Marque 211 o pregunte en la oficina de la escuela. Allí le dirán adónde ir.
aside-doses = No puedo decir nada sobre medicinas o dosis. Pregunte al doctor o al farmacéutico.
aside-bus = Los horarios del autobús los tiene la oficina de transporte del distrito. La escuela tiene el número.
aside-benefits = Los beneficios como SSI son del Seguro Social: <a href="https://www.ssa.gov">ssa.gov</a> o 1-800-772-1213.
aside-medicaid = Eso lo sabe la oficina de Medicaid de su estado. Marque 211 y le comunican.
aside-taxes = Para impuestos, vea <a href="https://www.irs.gov">irs.gov</a> o pida ayuda gratis. Marque 211 para encontrarla.
aside-homework = No ayudo con la tarea misma. Lo mejor es preguntar a la maestra.
aside-health = Eso es para el doctor de su hijo. Si es urgente, llame al 911.
aside-school-office = Eso se lo dice la oficina de la escuela.
aside-family-law = Eso es derecho de familia y no lo conozco. Marque 211 para encontrar ayuda legal gratis.
aside-greeting = ¡Hola! Pregúnteme sobre planes 504 e IEP, o toque un botón.
aside-thanks = De nada. Aquí estoy cuando me necesite.
aside-chitchat = Soy un pequeño ayudante para planes 504, IEP y sus fechas. ¿Qué quiere saber?
aside-abuse = Entiendo su enojo. Aquí estoy si quiere ayuda con un plan o una fecha.
aside-unrelated = Solo sé de planes 504, IEP y exámenes estatales. Pregúnteme de eso cuando quiera.


## Mandar una pregunta a las personas que manejan el bot

sending-offer = También puede mandar su pregunta a las personas que manejan este bot, para que puedan agregar una respuesta. Se la muestro antes de mandarla.
button-send-question = ✉️ Mandar mi pregunta
button-send = Mandar
button-send-change = Cambiarla
button-send-no = No
sending-show = Esto es lo que mandaría. Quité lo que parecía un nombre o un número:
sending-terms = Va con el día de hoy y sin nombre. Por eso nadie puede responderle, y yo no puedo encontrarla después para quitarla. Se borra en { $days } días. ¿Hay algo que no deba mandarse?
sending-changed = Su mensaje ya no es igual a cuando se lo mostré. Así lo mandaría ahora.
sending-ask = Escriba su pregunta en pocas palabras. Por favor, sin nombres, números ni la escuela. Se la muestro antes de mandarla.
sending-not-read = La necesito en palabras, por favor.
sending-too-little = Sin nombres ni números queda muy poco para entenderla. ¿Puede decirlo con otras palabras?
sending-sent = Mandada. Gracias: así aprendo qué necesitan los padres. No lleva nombre, así que nadie puede responderle.
sending-no = Está bien, no mandé nada.
sending-enough = Hoy mandó { $most } preguntas, todas las que puedo recibir en un día. Gracias por cada una. Mañana puedo recibir más.
toast-sent-already = Ya está mandada. ¡Gracias!


## Términos sueltos

term-title = <b>{ $term }</b>: { $name }


## Respuestas en otros chats

button-share = 📤 Compartir respuesta
button-open-bot = Preguntar a Plankeeper
inline-from = De <a href="https://t.me/{ $name }">Plankeeper</a>, un bot que responde a padres sobre planes 504 e IEP.
inline-term = { $term }: { $name }
inline-unsure = No lo sé bien. ¿Me escribe en privado?
inline-in-private = Hagámoslo en privado
inline-crisis-title = ¿Peligro? Llame al 911. ¿Hablar? 988
inline-crisis-about = Envíe los números donde alguien amable responde, de día y de noche.


## Preguntas por tema

browse-areas = ¿De qué se trata?
browse-area = <b>{ $area }</b>
browse-page = <b>{ $area }</b>, página { $page } de { $pages }
browse-question = { $number }. { $title }
browse-pick = Toque el número de su pregunta.
button-areas = Todos los temas
button-earlier = ‹ Antes
button-more = Más ›
button-to-list = ‹ Volver a la lista
area-basics = Lo básico
area-evaluation = Evaluación
area-iep = IEP
area-504 = Plan 504
area-testing = Exámenes estatales
area-rights = Sus derechos
area-meetings = Juntas
area-discipline = Disciplina
area-moves = Cambios
area-conditions = Condiciones


## Lo que no son palabras

media-sticker = ¡Qué bonito! Leo mejor las palabras. ¿En qué le ayudo?
media-voice = Todavía no puedo escuchar mensajes de voz. ¿Me lo escribe en pocas palabras?
media-photo = Todavía no puedo leer fotos. Escriba la fecha o la pregunta y yo sigo.
media-video = No puedo ver videos. ¿Me lo escribe en pocas palabras?
media-document = Todavía no puedo leer archivos. Escriba la fecha o la pregunta y yo sigo.
media-contact = No guardo contactos, así que lo dejé pasar. ¿En qué le ayudo?
media-other = No puedo leer eso. ¿Me lo escribe en pocas palabras?
media-location = No guardé su ubicación. ¿Quiere poner su zona horaria?


## Ajustes

settings-title = <b>Sus ajustes</b>
settings-zone = Zona horaria: { $zone }
settings-zone-unset = Zona horaria: todavía no
settings-reminder = Hora de los recordatorios: { $at }
settings-evening = Hora de las tarjetas de mañana: { $at }
settings-quiet = Silencio: de { $start } a { $end }
settings-quiet-none = Sin horas de silencio
settings-reminder-quiet = La hora de los recordatorios cae en el silencio. Por eso llegan cuando termina: { $at }.
settings-evening-quiet = La hora de las tarjetas cae en el silencio. Por eso llegan justo antes de que empiece: { $at }.
settings-evening-later = La hora de las tarjetas cae en el silencio. Por eso llegan cuando termina: { $at }.
settings-language = Idioma: español
settings-cards = Tarjetas de mañana: { $wanted }
cards-changed = solo antes de un día distinto
cards-every = cada noche de escuela
cards-off = ninguna
settings-saved = Guardado. { $moved ->
        [0] Ningún mensaje pendiente tuvo que moverse.
        [one] Un mensaje pendiente se movió.
       *[other] { $moved } mensajes pendientes se movieron.
    }
button-set-reminder = Hora de avisos
button-set-evening = Hora de la noche
button-set-quiet = Horas de silencio
button-set-language = Idioma
button-set-cards = Tarjetas
language-ask = ¿En qué idioma hablamos?
button-language-en = English
button-language-es = Español
cards-ask = ¿En qué noches quiere una tarjeta de mañana?
button-cards-changed = Solo antes de un día distinto
button-cards-every = Cada noche de escuela
button-cards-off = Nunca
hour-ask-reminder = ¿A qué hora quiere los recordatorios? Toque una o escriba la hora, como 8:30 am.
hour-ask-evening = ¿A qué hora quiere la tarjeta de mañana? Toque una o escriba la hora, como 7:30 pm.
hour-not-read = No pude leer esa hora. Pruebe así: 7:30 pm.
quiet-ask-start = ¿Desde qué hora quiere silencio? Toque una o escriba la hora.
quiet-ask-end = El silencio empieza: { $start }. ¿Hasta qué hora?
button-quiet-none = Sin horas de silencio
button-hour = { $at }


## Lo que sigue

status-next = <b>Lo que mandaré después</b>
status-coming = • { $at }: { $what }
status-none = No hay nada por mandar. Agregue una fecha y le aviso a tiempo.
status-zone = Todas las horas: { $zone }.
status-on-time = Nada llegó tarde en las últimas dos semanas.
status-late = <b>Lo que llegó tarde</b>
status-sent-late = • { $what }: era para { $due }, llegó { $sent }. { $reason }
status-not-sent = • { $what }: era para { $due }, no se mandó. { $reason }
late-bot-down = Yo no estaba funcionando. Lo siento.
late-telegram-busy = Telegram me pidió esperar.
late-telegram-unreachable = No se podía llegar a Telegram.
late-chat-blocked = No podía escribir a este chat.
notice-date = { $nickname }, { $title }, { $day }
notice-card = Tarjeta de mañana para { $nickname }, { $day }
notice-correction = Corrección para { $nickname }, { $day }
date-title = { $kind } ({ $plan })
date-title-own = { $title } ({ $plan })
kind-annual-review = Revisión anual
kind-re-evaluation = Reevaluación
kind-meeting = Junta
kind-goal-due = Fecha de una meta
kind-progress-report = Reporte de progreso
kind-state-test = Examen estatal
kind-own = Una fecha mía
plan-iep = IEP
plan-504 = plan 504


## Privacidad

privacy-title = <b>Lo que guardo y por qué</b> (al { $day })
privacy-chat = <b>Este chat:</b> su número, para poder escribirle. Su idioma, zona horaria, horas, horas de silencio y qué tarjetas quiere. Cuándo escribió por primera vez, y desde cuándo no puedo escribirle si me bloqueó.
privacy-children = <b>Cada hijo:</b> un apodo. Nada más.
privacy-dates = <b>Cada fecha</b>, para avisarle a tiempo: hijo, plan, tipo, día, hora, zona horaria y nombre. Si me la dio usted o la conté yo. Si está abierta, hecha o borrada. Cuándo se hizo, se agregó y se cambió.
privacy-changes = <b>Días de escuela distintos</b>, para las tarjetas: hijo, tipo, primer y último día, sus palabras, cuándo lo agregó y si lo quitó.
privacy-messages = <b>Mis mensajes</b>, para no perder ninguno ni mandarlo dos veces: de qué trata cada uno, cuándo toca, si usted lo pidió para más tarde, cuándo salió, su número, cuántos intentos hubo y por qué falló o llegó tarde. No sus palabras.
privacy-rest = <b>También:</b> una pregunta mía que sigue abierta, con sus respuestas, y su 👍 o 👎 a las respuestas, con el motivo que tocó.
privacy-sent = <b>Una pregunta que usted manda a propósito</b>, para que se pueda agregar una respuesta: sus palabras como se las mostré, su idioma, el día y el tema más cercano. No quién la mandó, así que /export y /delete no la encuentran.
privacy-not-kept = <b>No guardo:</b> sus otras preguntas, un diagnóstico, una fecha de nacimiento, una escuela. Cuento cada día cuántas veces se mostró y ayudó una respuesta, y los motivos si no ayudó, sin nombre. Anoto por dos días el número de cada cosa que me manda, para no hacer nada dos veces. No anoto de qué chat es.
privacy-how-long = <b>Cuánto tiempo:</b> hasta que usted lo borre, o antes. Una pregunta abierta se va en una semana, y una fecha borrada también. Un día distinto se va un mes después, y un mensaje enviado también. La nota de que lo envié se va en 13 meses, y una pregunta que usted mandó en 180 días.
privacy-who = <b>Quién lo puede leer:</b> las personas que manejan este bot. Los chats con bots no están cifrados de extremo a extremo, así que Telegram también podría leerlos. No comparto nada con escuelas ni con nadie más.
export-json = Todo lo que guardo de este chat.
export-calendar = Sus fechas para Google, Apple u Outlook. Abrirlo otra vez no las duplica.
calendar-name = Plankeeper
calendar-date = { $nickname }: { $what }
calendar-change = { $nickname }: { $what }
delete-ask = <b>¿Borrar todo?</b>
delete-counts = Guardo { $children ->
        [one] 1 hijo
       *[other] { $children } hijos
    }, { $dates ->
        [one] 1 fecha
       *[other] { $dates } fechas
    }, { $changes ->
        [one] 1 día distinto
       *[other] { $changes } días distintos
    } y { $reminders ->
        [one] 1 mensaje
       *[other] { $reminders } mensajes
    } para usted, enviados o por enviar.
delete-shared = El otro adulto de su familia conserva los hijos y las fechas.
delete-no-undo = Esto no se puede deshacer.
button-erase = Borrar todo
button-keep = Conservar
delete-done = Todo quedó borrado. Si me escribe otra vez, empezamos de nuevo. Les deseo lo mejor.
delete-kept = No se borró nada.


## Lugares de Telegram: solo texto

about-short = Respuestas, fechas y tarjetas de mañana para padres de niños con un plan 504 o un IEP.
about-description = Respondo preguntas sobre planes 504, IEP y exámenes estatales con palabras sencillas, guardo las fechas del plan de su hijo y le aviso la noche anterior cuando un día de escuela será distinto. No soy abogado ni soy su escuela.
menu-start = Lo que puedo hacer
menu-help = Ayuda en una página
menu-ask = Hacer una pregunta
menu-topics = Preguntas que sé responder
menu-add = Guardar una fecha
menu-dates = Mis fechas
menu-tomorrow = Qué será distinto mañana
menu-settings = Horas, zona, idioma
menu-status = Lo que sigue
menu-privacy = Lo que guardo
menu-export = Una copia de todo
menu-delete = Borrar todo
menu-cancel = Dejar una pregunta
menu-family = Mis hijos


## Fechas del plan: agregar una

child-ask-first = ¿Cómo le decimos a su hijo o hija? Basta un apodo, y puede llevar emojis. Nada de nombres completos, por favor.
child-not-read = Eso no parece un apodo. Toque uno, o escriba hasta 30 letras.
add-ask-child = ¿Para quién es? Toque un nombre o escriba un apodo nuevo.
add-ask-kind = ¿Qué viene para <b>{ $nickname }</b>?
add-kind-not-read = No entendí qué es. Toque lo que más se parezca, por favor.
button-add-annual-review-iep = Revisión anual IEP
button-add-annual-review-504 = Revisión anual 504
button-add-re-evaluation-iep = Reevaluación IEP
button-add-re-evaluation-504 = Reevaluación 504
button-add-meeting-iep = Junta IEP
button-add-meeting-504 = Junta 504
button-add-state-test-iep = Examen estatal (IEP)
button-add-state-test-504 = Examen estatal (504)
button-add-goal-due = Fecha de una meta
button-add-progress-report = Reporte de progreso
button-add-own = Otra cosa
add-ask-plan = ¿Es de un IEP o de un plan 504?
add-plan-not-read = Toque IEP o plan 504, por favor. ¿No sabe cuál? Mire arriba en la hoja de la escuela.
button-plan-iep = IEP
button-plan-504 = Plan 504
add-ask-day = ¿Qué día es? Escríbalo así: <b>3 de octubre</b> o <b>tercer viernes de marzo</b>.
add-ask-day-timed = ¿Cuándo es? Escriba el día, y la hora si la sabe: <b>3 de octubre a las 2 pm</b>.
add-ask-day-goal-due = ¿Para cuándo es la meta? Puede darle un nombre corto: <b>meta de lectura, 20 de mayo</b>.
add-ask-day-own = ¿Qué es y cuándo? Por ejemplo: <b>llamar a la enfermera, 3 de octubre a las 2 pm</b>.
add-ask-title = ¿Cómo la llamamos? Bastan unas palabras.
title-not-read = Necesito unas palabras para el nombre.
add-ask-hour = ¿A qué hora empieza? Escríbala así: <b>2:30 pm</b>.
button-no-hour = Sin hora
add-confirm = Esto es lo que entendí. ¿Está bien?
add-confirm-computed = ¿Guardo también la próxima? Conté desde el día en que se hizo esta, así que este es el último día. La escuela puede hacerla antes.
add-no-hour-yet = Todavía sin hora. Con la hora puedo avisarle también dos horas antes.
button-add-hour = Poner la hora
confirm-tap = Toque Sí o Cambiar, o escriba otro día.
change-what = ¿Qué cambiamos?
button-piece-day = El día
button-piece-hour = La hora
button-piece-title = El nombre
button-piece-nickname = Hijo o hija
button-piece-kind = Qué es
button-piece-plan = IEP o 504
button-piece-what = Qué cambia
button-piece-days = El día
add-kept = <b>Guardada.</b>
# $at: day and hour; $count: how many messages will come in all.
add-first-message = Mi primer mensaje llega: { $at }{ $count ->
        [one] { "" }
       *[other] { " " }(serán { $count }, cada uno con el próximo paso)
    }
add-no-message = Está tan cerca que ya no llegará ningún mensaje antes.
remark-weekend = Cae en fin de semana. Quizá quiera confirmarlo con la escuela.
remark-summer = Cae en verano, cuando casi no hay escuela. Quizá quiera pedir un día antes.
rule-annual-review-iep = La regla: el equipo revisa el IEP al menos una vez al año ({ $source }).
rule-annual-review-504 = Ninguna regla federal pide revisar el 504 cada año. Es buena costumbre, y muchas escuelas lo hacen.
rule-re-evaluation-iep = La regla: una reevaluación al menos cada tres años, salvo que usted y la escuela acuerden que no hace falta ({ $source }).
rule-re-evaluation-504 = La regla: reevaluar cada cierto tiempo, sin un número de años ({ $source }). Lo común es cada tres años.
rule-meeting-iep = La regla: la escuela le avisa con tiempo para que usted pueda ir ({ $source }).
rule-goal-due-iep = La regla: un IEP tiene metas del año que se pueden medir ({ $source }).
rule-progress-report-iep = La regla: el IEP dice cuándo recibe usted reportes de sus metas ({ $source }).
rule-state-test-iep = La regla: el IEP dice qué apoyos recibe su hijo en los exámenes estatales ({ $source }).
rule-state-test-504 = La regla: el estado debe dar los apoyos de examen que pide el plan ({ $source }).
button-add-another = ➕ Agregar otra
button-all-dates = 📅 Todas las fechas


## Días escritos

day-not-read = No encontré un día ahí. Pruebe así: <b>5 de diciembre</b>, <b>5/12/26</b> o <b>en 2 semanas</b>.
day-impossible = Ese día no existe en el calendario. ¿Puede revisar los números?
day-two-readings = Eso puede ser dos días. ¿Cuál quiere decir?
day-bare-month = ¿Qué día de ese mes? Toque uno abajo o escríbalo: <b>9 de marzo</b>.
day-past = { $day }: ese día ya pasó. ¿Qué día quiere decir?
day-too-far = { $day }: faltan más de cuatro años. ¿Qué día quiere decir?
button-day = { $day }
button-moment = { $day }, { $hour }
days-left = { $days ->
        [0] hoy
        [1] mañana
       *[other] en { $days } días
    }
days-ago = { $days ->
        [1] ayer
       *[other] hace { $days } días
    }


## Fechas del plan: la lista y una fecha

date-head = <b>{ $nickname }: { $what }</b>
date-day = { $day }
date-day-zone = { $day } ({ $zone })
date-moment = { $day }, { $hour }
date-moment-zone = { $day }, { $hour } ({ $zone })
date-when = { $when }: <b>{ $left }</b>
date-is-done = Esta ya está hecha.
date-is-deleted = Esta se borró.
date-title-family = { $title }
date-next-up = Lo próximo para { $nickname }: { $what }, { $day }, { $left }.
date-gone = Ya no tengo esa fecha. Aquí puede ver las demás.
dates-none = No tiene fechas abiertas. Agregue una y le aviso a tiempo.
dates-head = <b>Sus fechas</b>{ $pages ->
        [1] { "" }
       *[other] { " " }(página { $page } de { $pages })
    }
dates-child = <b>{ $nickname }</b>
dates-line = • { $day }: { $what }, { $left }
dates-pick-one = ¿Qué fecha quiere decir? Tóquela abajo.
button-open-date = { $nickname }: { $what }, { $day }
button-done = ✔ Hecho
button-snooze = ⏰ Más tarde
button-edit = ✏️ Cambiar
button-delete = 🗑 Borrar
button-undo = ↩ Deshacer
date-open-again = Está otra vez en su lista.
date-delete-ask = ¿Borrar esta fecha? Sus avisos se van con ella.
button-delete-yes = Sí, borrar
button-keep-it = Conservar
date-deleted = Borrada. No habrá más mensajes de ella.
edit-ask-day = Ahora es: { $day }. ¿Qué día debe ser?
edit-confirm = Este es el día nuevo. ¿Está bien?
edit-kept = Cambiado. Los avisos se movieron también.
edit-kept-name = Cambiado. Los avisos siguen igual.
edit-next-message = Mi próximo mensaje llega: { $at }{ $count ->
        [one] { "" }
       *[other] { " " }(quedan { $count } por llegar)
    }


## Fechas del plan: hecho y más tarde

held-ask = Buen trabajo. ¿Cuándo se hizo?
button-held-today = Hoy
held-which-day = ¿Qué día de ese mes fue? Escríbalo: <b>9 de marzo</b>.
held-ahead = Ese día todavía no llega. ¿Qué día se hizo?
done-kept = <b>Hecho.</b> Una cosa menos en que pensar.
done-no-more = No habrá más mensajes de esta fecha.
done-nothing-else = Por ahora no hay nada más abierto.
button-look-next = Ver la próxima
snooze-ask = ¿Cuándo le aviso otra vez? Solo se mueve el aviso. La fecha sigue igual: { $day }.
snooze-ask-day = ¿Qué día le aviso? La fecha sigue igual: { $day }.
snooze-after-date = Eso es después de la fecha, { $day }. Elija un día antes, por favor.
snoozed = Le aviso: { $at }
snoozed-date-stays = Solo se movió el aviso. La fecha sigue igual: { $day }.
button-snooze-0 = Hoy más tarde
button-snooze-1 = Mañana
button-snooze-3 = En 3 días
button-snooze-7 = En una semana
button-snooze-pick = Elegir un día


## Cartas: avisos

letter-late = Lo siento: esto debió llegar el { $day }, { $hour }
letter-late-several = Lo siento: parte de esto debió llegar desde el { $day }, { $hour }
letter-several = { $count } cosas en un mensaje:
letter-date-over = ¿Se hizo? Toque Hecho, o póngale un día nuevo. Las dos cosas están bien.
button-what-to-do = 💡 Qué hacer
button-new-day = 📅 Otro día

# $plan: IEP or PLAN_504. One text for each kind and stage in scheduler/domain/kinds.py.
stage-annual-review-60-days = { $plan ->
        [PLAN_504] Próximo paso: pregunte por escrito si habrá revisión del 504 y pida una fecha. Con tiempo puede elegir un día que le sirva.
       *[IEP] Próximo paso: pida por escrito una fecha para la junta. Con tiempo puede elegir un día que le sirva.
    }
stage-annual-review-30-days = { $plan ->
        [PLAN_504] Próximo paso: pregunte cómo va cada apoyo y qué cambios proponen, para leerlo antes de la junta.
       *[IEP] Próximo paso: pida el borrador y los datos de cada meta, para leerlos antes de la junta.
    }
stage-annual-review-14-days = Próximo paso: mande sus preocupaciones por escrito. Qué funciona, qué no, y qué quisiera cambiar.
stage-annual-review-7-days = Próximo paso: confirme quién va a estar. Puede llevar a alguien; solo avise a la escuela.
stage-annual-review-1-day = Lleve el plan, sus notas y sus preguntas. Puede pedir tiempo para leer antes de aceptar algo.
stage-re-evaluation-180-days = Le aviso con tiempo. ¿Hay algo nuevo que la escuela deba mirar? Pídalo ahora por escrito.
stage-re-evaluation-90-days = Próximo paso: pregunte qué pruebas habrá y cuándo. Si llega un permiso para firmar, pregunte lo que no esté claro.
stage-re-evaluation-30-days = Próximo paso: pida los informes, para leerlos antes de la junta.
stage-re-evaluation-7-days = Próximo paso: lea los informes. Marque lo que no esté claro o no suene a su hijo.
stage-re-evaluation-1-day = Lleve los informes, sus notas y sus preguntas.
stage-meeting-7-days = Próximo paso: pregunte de qué se trata y quién va. Avise si lleva a alguien o necesita intérprete.
stage-meeting-1-day = Escriba lo que más quiere lograr. Lleve el plan y sus notas.
stage-meeting-2-hours = Empieza pronto. Lleve el plan y sus notas. Siempre puede pedir que hablen más despacio.
stage-goal-due-14-days = Próximo paso: pida los números. ¿Cómo va frente a la meta?
stage-goal-due-3-days = ¿Ya llegaron los números? Si no, ayuda una nota corta al maestro.
stage-goal-due-same-day = Ponga los números junto a la meta. ¿Se logró? Pregunte qué sigue. ¿No? Pregunte qué va a cambiar.
stage-progress-report-7-days = Próximo paso: esté al pendiente del reporte. Si no sabe cómo llega, pregunte al maestro.
stage-progress-report-same-day = El reporte ya toca. Póngalo junto al anterior. ¿No trae números? Puede pedirlos.
stage-state-test-30-days = Próximo paso: revise que los apoyos para este examen estén en el plan. Algunos se preparan semanas antes.
stage-state-test-7-days = Próximo paso: pida a la escuela que confirme los apoyos y los días del examen.
stage-state-test-1-day = Cuéntele a su hijo cómo será el día. Dormir, desayunar y una mañana tranquila ayudan.
stage-own-7-days = ¿Hay algo que preparar? Todavía hay tiempo.
stage-own-1-day = ¿Está todo listo? Usted puede.
stage-own-same-day = Llegó el día. Usted puede.


## Cartas: tarjetas de mañana

card-usual = 🌙 Día normal de escuela para <b>{ $nickname }</b>: { $day }.
card-head = 🌙 <b>Mañana para { $nickname }</b>: { $day }
card-different = <b>Distinto:</b> { $what }
card-different-day = <b>Distinto</b> (día { $number } de { $count }): { $what }
card-no-school = <b>No hay escuela:</b> { $what }
card-no-school-day = <b>No hay escuela</b> (día { $number } de { $count }): { $what }
# $what says no more than this; it is not said twice.
card-no-school-at-all = <b>No hay escuela.</b>
card-no-school-at-all-day = <b>No hay escuela</b> (día { $number } de { $count })
card-same-practice-test = <b>Igual:</b> levantarse, el camino a la escuela, volver a casa.
card-same-state-test = <b>Igual:</b> levantarse, el camino a la escuela, volver a casa.
card-same-half-day = <b>Igual:</b> levantarse y el camino a la escuela.
card-same-no-school = <b>Igual:</b> la casa, las comidas, la hora de dormir.
card-same-delayed-start = <b>Igual:</b> el salón, los amigos, volver a casa.
card-same-substitute = <b>Igual:</b> el salón, los amigos, volver a casa.
card-same-assembly = <b>Igual:</b> el camino a la escuela, el salón, volver a casa.
card-same-field-trip = <b>Igual:</b> levantarse, el grupo, la casa por la noche.
card-same-other = <b>Igual:</b> el resto del día.
card-first-then-practice-test = <b>Primero</b> el examen de práctica, <b>después</b> el día normal.
card-first-then-state-test = <b>Primero</b> el examen, <b>después</b> el día normal.
card-first-then-half-day = <b>Primero</b> la escuela, <b>después</b> a casa temprano.
card-first-then-no-school = <b>Primero</b> una mañana en casa, <b>después</b> un plan de ustedes.
card-first-then-delayed-start = <b>Primero</b> más tiempo en casa, <b>después</b> la escuela.
card-first-then-substitute = <b>Primero</b> saludar al otro maestro, <b>después</b> el día normal.
card-first-then-assembly = <b>Primero</b> van todos juntos, <b>después</b> de vuelta al salón.
card-first-then-field-trip = <b>Primero</b> el paseo, <b>después</b> de vuelta a la escuela.
card-first-then-other = <b>Primero</b> lo que es distinto, <b>después</b> el día normal.
card-say = <b>Para leer en voz alta:</b> <i>{ $words }</i>
card-say-practice-test = «Mañana hay un examen de práctica. Es solo práctica, y después el día sigue como siempre.»
card-say-state-test = «Mañana hay un examen. Haces lo que puedas, y después el día sigue como siempre.»
card-say-half-day = «Mañana la escuela es corta. Vuelves a casa temprano.»
card-say-no-school = «Mañana no hay escuela. Te quedas en casa.»
card-say-delayed-start = «Mañana la escuela empieza más tarde. Tenemos más tiempo en la mañana.»
card-say-substitute = «Mañana hay otro maestro en tu salón. Las reglas y tus amigos son los mismos.»
card-say-assembly = «Mañana van todos juntos a algo especial. Puede haber ruido. Después vuelves a tu salón.»
card-say-field-trip = «Mañana tu grupo va de paseo. Vas con gente que conoces, y todos vuelven.»
card-say-other = «Mañana una cosa es distinta. Lo demás es como siempre.»
card-tip-practice-test = Consejo: diga cuánto dura y qué puede hacer su hijo si es demasiado.
card-tip-state-test = Consejo: recuérdele qué apoyos tiene en el examen, como los descansos.
card-tip-half-day = Consejo: diga quién lo recoge y a qué hora.
card-tip-no-school = Consejo: nombre una cosa para la mañana y una para la tarde.
card-tip-delayed-start = Consejo: el mismo orden de siempre, solo más tarde.
card-tip-substitute = Consejo: puede mandar una nota corta al otro maestro con lo que ayuda.
card-tip-assembly = Consejo: diga adónde puede ir si hay mucho ruido.
card-tip-field-trip = Consejo: repase el día en orden, desde el autobús hasta la vuelta.
card-tip-other = Consejo: dígalo una vez hoy y otra vez en la mañana.
correction-usual = 🌙 Una corrección: <b>{ $nickname }</b> tiene un día normal después de todo, { $day }.
correction-new = Algo cambió desde la última tarjeta. Ahora es así:
button-told = ✔ Ya le dije
button-card-change = ✏️ Cambiar
toast-told = Bien. Eso es lo más difícil.


## Mañana: días de escuela distintos

tomorrow-head = <b>Mañana para { $nickname }</b>: { $day }
tomorrow-what = • { $what }
tomorrow-usual = <b>{ $nickname }</b>, { $day }: día normal, que yo sepa.
tomorrow-nothing = No sé de ningún cambio. Cuénteme qué será distinto y le mando una tarjeta la noche antes.
tomorrow-coming = <b>Cambios que vienen</b>
tomorrow-line = • { $day }, { $nickname }: { $what }
tomorrow-line-days = • { $first } a { $last }, { $nickname }: { $what }
button-add-change = ➕ Agregar un cambio
button-cancel-change = ✖ { $nickname }, { $day }
button-all-changes = 🌙 Mañana
change-ask-what = ¿Qué será distinto y cuándo? Así: <b>martes a jueves examen de práctica 9-11, sin educación física</b>. Sin día, tomo mañana.
change-ask-day = ¿Qué día es? Toque, o escríbalo: <b>9 de octubre</b> o <b>martes a jueves</b>.
change-which-day = ¿Qué día quiere decir? Toque uno o escríbalo: <b>9 de octubre</b>.
change-ask-child = ¿Para quién es? Toque un nombre o escriba un apodo nuevo.
change-ask-kind = ¿Qué clase de día es?
change-confirm = Esto va en la tarjeta. ¿Está bien?
change-line = <b>{ $nickname }:</b> { $what }
change-days = { $first } a { $last }, { $count ->
        [one] un día de escuela
       *[other] { $count } días de escuela, una tarjeta cada noche
    }
change-kind-line = Lo tomo como: { $kind }
change-kind-practice-test = Examen de práctica
change-kind-state-test = Examen
change-kind-half-day = Día corto
change-kind-no-school = No hay escuela
change-kind-delayed-start = Entrada tarde
change-kind-substitute = Otro maestro
change-kind-assembly = Asamblea o simulacro
change-kind-field-trip = Paseo
change-kind-other = Otra cosa
change-weekend = Cae en fin de semana. Si ese día hay escuela, está bien.
change-day-begun = Ese día ya empezó, así que no llega tarjeta.
change-kept = <b>Guardado</b> para { $nickname }.
change-card-now = La hora de siempre ya pasó, así que la tarjeta llega ahora mismo.
change-card-at = La tarjeta llega: { $at }
change-first-card-at = La primera tarjeta llega: { $at }
change-card-here = Es su hora de silencio, así que aquí está la tarjeta:
change-card-next = La próxima tarjeta llega: { $at }
change-no-card = El día ya empezó, así que no llega tarjeta. Ojalá salga bien.
change-cards-off = Sus tarjetas de mañana están apagadas y no llegará ninguna. Puede prenderlas en /settings.
change-off = Quitado:
change-correction-comes = Ya había salido una tarjeta, así que sigue una corrección corta.
change-gone = Ya no tengo ese cambio.


## Hijos

family-none = Todavía no conozco a ningún hijo. Agregue una fecha o un cambio y le pido un apodo.
family-head = <b>Sus hijos</b>
family-line = • <b>{ $nickname }</b>: { $dates ->
        [0] ninguna fecha abierta
        [one] 1 fecha abierta
       *[other] { $dates } fechas abiertas
    }, { $changes ->
        [0] ningún día distinto
        [one] 1 día distinto
       *[other] { $changes } días distintos
    }
button-rename = ✏️ { $nickname }
button-remove = 🗑 { $nickname }
family-rename-ask = ¿Cómo le digo a <b>{ $nickname }</b> desde ahora? Hasta 30 letras, con emojis si quiere.
family-renamed = <b>{ $before }</b> ahora se llama <b>{ $nickname }</b>. Las fechas y los avisos siguen.
family-remove-ask = ¿Quitar a <b>{ $nickname }</b>? También se borra: { $dates ->
        [0] ninguna fecha
        [one] 1 fecha abierta
       *[other] { $dates } fechas abiertas
    } y { $changes ->
        [0] ningún día distinto
        [one] 1 día distinto
       *[other] { $changes } días distintos
    }. No se puede deshacer.
button-remove-yes = Sí, quitar
family-removed = Quité a { $nickname } de mi lista, con todo lo que guardaba de su parte.
family-gone = Ese hijo ya no está en mi lista.
button-family = Mis hijos
