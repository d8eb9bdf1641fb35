# Everything the bot says, in English. Grade 8 or below, kind, short, never scolding.
# Keys are used in code as phrase("key"); every language has the same keys and placeholders.
# HTML: only <b>, <i>, <a>. Keys that begin with button-, toast-, menu- or about- are plain text.


## Parts of sentences

# $day is a full date, $hour a time of day.
moment = { $day } at { $hour }
zone-name-eastern = Eastern Time
zone-name-central = Central Time
zone-name-mountain = Mountain Time
zone-name-arizona = Arizona Time
zone-name-pacific = Pacific Time
zone-name-alaska = Alaska Time
zone-name-hawaii = Hawaii Time
zone-name-puerto-rico = Puerto Rico Time
zone-name-guam = Guam Time
zone-name-samoa = Samoa Time


## Buttons that many messages share

button-menu = Menu
button-back = ← Back
button-cancel = Cancel
button-yes = Yes
button-change = Change
button-browse = 📚 Questions
button-add-date = ➕ Add a date
button-dates = 📅 My dates
button-tomorrow = 🌙 Tomorrow
button-settings = ⚙️ Settings
button-help = Help


## Conversations

flow-restart = I have been updated since we began, so let's start this over. Nothing you kept is lost.
cancel-done = OK, I let that go. Nothing was kept from it.
cancel-nothing = There is nothing to cancel. What can I do for you?
toast-question-closed = That question is closed. /dates shows what I keep.
toast-already-done = Already done.


## Time zone

zone-ask = Which time zone do you live in? You can also type your city or state.
zone-type-place = Type your city, or the name of your zone, like <b>Boise</b> or <b>Europe/Madrid</b>. You can also share your location. I use it once and do not keep it.
zone-unknown = I could not find that place. Try a bigger city near you, or tap a zone below.
zone-place-unknown = I could not tell the zone from that place. Please tap one below, or type a city near you.
zone-two-here = Your state has two zones: { $first } and { $second }. Please tap yours below.
zone-shown = <b>{ $zone }</b>. For you it is { $at } now.
# $moved: messages that are still to come and were moved.
zone-hours-stay = Your hours stay the same: reminders at { $reminders }, tomorrow cards at { $cards }. { $moved ->
        [0] No waiting messages had to move.
        [one] One waiting message moved to match.
       *[other] { $moved } waiting messages moved to match.
    }
button-zone = { $zone }
button-zone-elsewhere = Somewhere else
button-zone-change = Change


## Refusals: why something was not done, and what helps

refusal-nickname-empty = A nickname needs at least one letter or emoji.
refusal-nickname-too-long = That nickname is too long. Please use { $nickname_limit } characters or fewer.
refusal-nickname-taken = You already have a child with that nickname. Please pick another one.
refusal-title-too-long = That name is too long. Please use { $title_limit } characters or fewer.
refusal-change-empty = Please say in a few words what will be different that day.
refusal-change-too-long = That is a bit long for a card. Please use { $change_limit } characters or fewer.
refusal-change-too-many-days = One change can cover up to { $max_days } days. Please split it in two.
refusal-change-past = That day is over. Which day do you mean?
refusal-date-past = That day has passed. Which day do you mean?
refusal-date-too-far = That is more than four years away. Please check the year.
refusal-zone-unknown = I do not know that time zone. Please tap one of the buttons.
refusal-zone-missing = I need your time zone first. Send /zone to set it.
refusal-too-many-children = You have { $max_children } children here, as many as I can keep. To make room, remove one in /family.
refusal-too-many-dates = You have { $max_dates } open dates, as many as I can keep. To make room, mark some done in /dates.
refusal-too-many-changes = You have { $max_changes } changed days ahead, as many as I can keep. To make room, take some off in /tomorrow.


## When something breaks

error-ours = Something went wrong on my side. Nothing you kept was lost. Please try that once more.
too-fast = That was a lot at once. Give me a minute, then I am all yours again.


## First words, help, menu

start-does = Hi. I help parents of a child with a <b>504 plan</b> or an <b>IEP</b>. Ask me about them in your own words. Give me a date once, and I remind you in time. Tell me when a school day will be different, and I send you a card the evening before.
start-is-not = I am not a lawyer and not your school. I tell you what the rules say and where it stands.
start-keeps = I keep a nickname, your dates, changed school days and your settings. Never your questions, unless you send one on purpose. See /privacy.
start-just-write = Just write, or tap a button.
hello-short = I am Plankeeper. I answer questions on 504 plans and IEPs, keep your dates, and warn you of changed school days. /help shows more.
help-text = <b>What I can do</b>
    • <b>Ask</b> me about 504 plans, IEPs and state tests. Just write, or use /ask.
    • /add keeps a date. Or write: “IEP meeting Oct 3 at 2pm”.
    • /dates shows your dates.
    • /tomorrow tells what is different tomorrow. Or write: “tomorrow practice test, no PE”.
    • /topics lists the questions I can answer.
    • /family shows your children.
    • /status shows what I will send next.
    • /settings changes your hours, zone and language.
    • /privacy, /export and /delete are about what I keep.
    • /cancel leaves any question of mine. /start shows who I am.
menu = What would you like to do?
stop-how = To stop the evening cards, open Settings. To end all messages, block this chat, or erase everything with the button below.
resume-how = I am here. /status shows what comes next.
confirm-nothing = Nothing is waiting for a yes right now. What can I do for you?
returned-missed = Welcome back. { $count ->
        [one] One message could not reach you while you were away. Your dates are all still here.
       *[other] { $count } messages could not reach you while you were away. Your dates are all still here.
    }
wish-not-yet = I cannot do that yet. Here is what I can do:
command-unknown = I do not know that command. Here is what I can do:
button-is-old = That button is from before and no longer works. Here is the menu.
edited-message = I saw your change. I only act on new messages, so please send it again if something should happen.
group-hello = Hi. Ask me public questions about 504 plans and IEPs here: write @{ $name } and your question. For your own child, please write to me in private.
group-private = That is about your own child, so let us do it in private. Nobody else will see it.
button-private = Write to me in private
button-status = What comes next
button-none-of-these = None of these
button-set-zone = Time zone
button-delete-all = Erase everything
button-export = Get a copy


## Answers

answer-title = <b>{ $title }</b>
answer-only-english = I have this answer only in English so far.
answer-source = <a href="{ $url }">{ $name }</a>
answer-checked = Source: { $sources }. Checked { $day }. Not legal advice.
button-helped = 👍 Helped
button-not-quite = 👎 Not quite
toast-vote-thanks = Thank you!
toast-vote-sorry = Thank you for telling me.
toast-vote-again = I have that from you already. Thank you!
toast-answer-gone = That answer is no longer here. Thank you all the same.
toast-reason-thanks = Thank you. That helps to make it better.
vote-not-quite = I am sorry that did not help. What was it? You do not have to say. You can also ask in other words, or look through the questions.
button-chosen = ✓ { $what }
button-reason-hard = Hard to read
button-reason-other = Not my question
button-reason-missing = Something is missing
button-reason-wrong = I think it is wrong
choices-did-you-mean = I want to get this right. Do you mean one of these?
choices-none = Then I may not have it yet. You can ask in other words, or look through the questions.
ask-how = What would you like to know? Write it in your own words.
fallback = I am not sure I know that one. You can ask it in other words, or look through the questions. Your state’s free <a href="https://www.parentcenterhub.org/find-your-center/">parent center</a> can help too.
crisis-help = I am so glad you wrote. You do not have to handle this alone.

    <b>In danger right now: call 911.</b>
    <b>Call or text 988</b>, day or night, to talk with someone who can help you or your child.
    If a child is being hurt: Childhelp, <b>1-800-422-4453</b>.

    They are kind, and it is free.
aside-nearby = That is close to what I know, but not mine to answer. Dial 211 or ask your school office. They can help you find the right place.
aside-doses = I cannot say anything about medicine or doses. Please ask your child’s doctor or pharmacist.
aside-bus = Bus times are with your district’s transport office. The school office has its number.
aside-benefits = Benefits like SSI are with Social Security: <a href="https://www.ssa.gov">ssa.gov</a> or 1-800-772-1213.
aside-medicaid = Your state’s Medicaid office can answer that. Dial 211 and they will connect you.
aside-taxes = Tax questions are best asked at <a href="https://www.irs.gov">irs.gov</a> or a free tax help site. Dial 211 to find one.
aside-homework = I do not help with homework itself. The teacher is the best person to ask.
aside-health = That is one for your child’s doctor. If it is urgent, call 911.
aside-school-office = The school office can tell you that.
aside-family-law = That is family law, and I do not know it. Dial 211 to find free legal help near you.
aside-greeting = Hello! Ask me anything about 504 plans and IEPs, or tap a button.
aside-thanks = You are welcome. I am here whenever you need me.
aside-chitchat = I am a small helper for 504 plans, IEPs and their dates. What would you like to know?
aside-abuse = I hear that you are upset. I am here if you want help with a plan or a date.
aside-unrelated = I only know 504 plans, IEPs and state tests. Ask me about those any time.


## Sending a question to the people who run the bot

sending-offer = You can also send your question to the people who run this bot, so that they can add an answer. I show it to you before it goes.
button-send-question = ✉️ Send my question
button-send = Send
button-send-change = Change it
button-send-no = No
sending-show = This is what would go. I took out what looked like names and numbers:
sending-terms = It goes with today’s day and no name on it. So nobody can write back to you, and I cannot find it later to take it back. It is gone after { $days } days. Is anything in it that should not go?
sending-changed = Your message is not the same as when I showed it. This is how it would go now.
sending-ask = Write your question in a few words. Please leave out names, numbers and the school. I show it to you before it goes.
sending-not-read = I need it in words, please.
sending-too-little = Without names and numbers, too little is left to understand it. Could you say it in other words?
sending-sent = Sent. Thank you: this is how I learn what parents need. No name is on it, so nobody can write back.
sending-no = OK, nothing was sent.
sending-enough = You sent { $most } questions today, as many as I can take in one day. Thank you for each one. Tomorrow I can take more.
toast-sent-already = It is sent already. Thank you!


## Terms asked for alone

term-title = <b>{ $term }</b>: { $name }


## Answers in other chats

button-share = 📤 Share this answer
button-open-bot = Ask Plankeeper
inline-from = From <a href="https://t.me/{ $name }">Plankeeper</a>, a bot that answers parents on 504 plans and IEPs.
inline-term = { $term }: { $name }
inline-unsure = Not sure. Ask me in private?
inline-in-private = Let us do that in private
inline-crisis-title = In danger? Call 911. Need to talk? 988
inline-crisis-about = Send the numbers where somebody kind answers, day and night.


## Questions by area

browse-areas = What is it about?
browse-area = <b>{ $area }</b>
browse-page = <b>{ $area }</b>, page { $page } of { $pages }
browse-question = { $number }. { $title }
browse-pick = Tap the number of your question.
button-areas = All areas
button-earlier = ‹ Earlier
button-more = More ›
button-to-list = ‹ Back to the list
area-basics = The basics
area-evaluation = Evaluation
area-iep = IEP
area-504 = 504 plan
area-testing = State tests
area-rights = Your rights
area-meetings = Meetings
area-discipline = Discipline
area-moves = Moving on
area-conditions = Conditions


## Things without words

media-sticker = Nice one! I read words best. What can I do for you?
media-voice = I cannot listen to voice messages yet. Could you write it in a few words?
media-photo = I cannot read pictures yet. Type the date or the question and I will take it from there.
media-video = I cannot watch videos. Could you write it in a few words?
media-document = I cannot read files yet. Type the date or the question and I will take it from there.
media-contact = I do not keep contacts, so I let that one go. What can I do for you?
media-other = I cannot read that. Could you write it in a few words?
media-location = I did not keep your location. Would you like to set your time zone?


## Settings

settings-title = <b>Your settings</b>
settings-zone = Time zone: { $zone }
settings-zone-unset = Time zone: not set yet
settings-reminder = Reminders come at { $at }
settings-evening = Tomorrow cards come at { $at }
settings-quiet = Quiet from { $start } to { $end }
settings-quiet-none = No quiet hours
settings-reminder-quiet = Your reminder hour is quiet, so reminders wait until { $at }.
settings-evening-quiet = Your evening hour is quiet, so cards come just before { $at }.
settings-evening-later = Your evening hour is quiet, so cards wait until { $at }.
settings-language = Language: English
settings-cards = Tomorrow cards: { $wanted }
cards-changed = only before a changed day
cards-every = every school night
cards-off = off
settings-saved = Saved. { $moved ->
        [0] No waiting message had to move.
        [one] One waiting message moved to match.
       *[other] { $moved } waiting messages moved to match.
    }
button-set-reminder = Reminder hour
button-set-evening = Evening hour
button-set-quiet = Quiet hours
button-set-language = Language
button-set-cards = Tomorrow cards
language-ask = Which language do you want to use?
button-language-en = English
button-language-es = Español
cards-ask = On which evenings would you like a tomorrow card?
button-cards-changed = Only before a changed day
button-cards-every = Every school night
button-cards-off = Never
hour-ask-reminder = At what time should reminders come? Tap one or type a time, like 8:30 am.
hour-ask-evening = At what time should the tomorrow card come? Tap one or type a time, like 7:30 pm.
hour-not-read = I could not read that time. Try it like this: 7:30 pm.
quiet-ask-start = From what time should I be quiet? Tap one or type a time.
quiet-ask-end = Quiet from { $start } until when?
button-quiet-none = No quiet hours
button-hour = { $at }


## Status

status-next = <b>What I will send next</b>
status-coming = • { $at }: { $what }
status-none = Nothing is waiting to be sent. Add a date and I will be there in time.
status-zone = All times are { $zone }.
status-on-time = Nothing was late in the last two weeks.
status-late = <b>What was late</b>
status-sent-late = • { $what }: due { $due }, sent { $sent }. { $reason }
status-not-sent = • { $what }: due { $due }, not sent. { $reason }
late-bot-down = I was not running then. I am sorry.
late-telegram-busy = Telegram asked me to wait.
late-telegram-unreachable = Telegram could not be reached.
late-chat-blocked = I could not write to this chat then.
notice-date = { $nickname }, { $title }, { $day }
notice-card = Tomorrow card for { $nickname }, { $day }
notice-correction = Correction for { $nickname }, { $day }
date-title = { $kind } ({ $plan })
date-title-own = { $title } ({ $plan })
kind-annual-review = Annual review
kind-re-evaluation = Re-evaluation
kind-meeting = Meeting
kind-goal-due = Goal due
kind-progress-report = Progress report
kind-state-test = State test
kind-own = A date of my own
plan-iep = IEP
plan-504 = 504 plan


## Privacy

privacy-title = <b>What I keep, and why</b> (as of { $day })
privacy-chat = <b>This chat:</b> its number, so that I can write to you. Your language, time zone, hours, quiet hours and choice of cards. When you first wrote, and since when I cannot reach you if you blocked me.
privacy-children = <b>Each child:</b> a nickname. Nothing else.
privacy-dates = <b>Each date</b>, to remind you in time: child, plan, kind, day, time, time zone and name. Whether you gave it to me or I counted it. Whether it is open, done or deleted. When it was held, added and last changed.
privacy-changes = <b>Changed school days</b>, for the cards: child, kind, first and last day, your words, when you added it, and whether you took it off.
privacy-messages = <b>My messages</b>, so that none is lost or sent twice: what each is about, when it is due, whether you asked for it later, when it went out, its number, the tries it took, and why it failed or was late. Not its words.
privacy-rest = <b>Also:</b> a question of mine that is still open, with your answers so far, and your 👍 or 👎 on answers, with the reason you tapped.
privacy-sent = <b>A question that you send on purpose</b>, so that an answer can be added: its words as I showed them to you, its language, the day, and the topic next to it. Not who sent it, so /export and /delete cannot find it.
privacy-not-kept = <b>Not kept:</b> your other questions, a diagnosis, a birth date, a school. I count each day how often an answer was shown and helped, and the reasons why not, with no name on it. I note the number of each thing you send me for two days, so that I do nothing twice. No chat stands beside it.
privacy-how-long = <b>How long:</b> until you erase it, or sooner. An open question goes after a week, a deleted date too. A changed day goes a month after it, and so does a sent message. The note that I sent it goes after 13 months, and a question you sent after 180 days.
privacy-who = <b>Who can read it:</b> the people who run this bot. Chats with bots are not end-to-end encrypted, so Telegram could read them too. I share nothing with schools or anyone else.
export-json = Everything I keep about this chat.
export-calendar = Your dates for Google, Apple or Outlook. Opening it again adds no doubles.
calendar-name = Plankeeper
calendar-date = { $nickname }: { $what }
calendar-change = { $nickname }: { $what }
delete-ask = <b>Erase everything?</b>
delete-counts = I keep { $children ->
        [one] 1 child
       *[other] { $children } children
    }, { $dates ->
        [one] 1 date
       *[other] { $dates } dates
    }, { $changes ->
        [one] 1 changed day
       *[other] { $changes } changed days
    } and { $reminders ->
        [one] 1 message
       *[other] { $reminders } messages
    } for you, sent or to come.
delete-shared = The other adult of your family keeps the children and dates.
delete-no-undo = This cannot be undone.
button-erase = Erase it all
button-keep = Keep it
delete-done = Everything is erased. If you write to me again, we start fresh. I wish you and your child well.
delete-kept = Nothing was erased.


## Telegram's own places: plain text

about-short = Answers, dates and tomorrow cards for parents of a child with a 504 plan or an IEP.
about-description = I answer questions about 504 plans, IEPs and state tests in plain words, keep the dates of your child's plan, and tell you the evening before a school day that will be different. I am not a lawyer and not your school.
menu-start = What I can do
menu-help = Help on one page
menu-ask = Ask a question
menu-topics = Questions I can answer
menu-add = Keep a date
menu-dates = My dates
menu-tomorrow = What is different tomorrow
menu-settings = Hours, zone, language
menu-status = What comes next
menu-privacy = What I keep
menu-export = A copy of everything
menu-delete = Erase everything
menu-cancel = Leave a question
menu-family = My children


## Plan dates: adding one

child-ask-first = What should I call your child? A nickname is enough, and emoji are fine. No full names, please.
child-not-read = That did not look like a nickname. Please tap one, or type up to 30 characters.
add-ask-child = Which child is it for? Tap one, or type a new nickname.
add-ask-kind = What is coming up for <b>{ $nickname }</b>?
add-kind-not-read = I did not catch what it is. Please tap the one that fits best.
button-add-annual-review-iep = IEP annual review
button-add-annual-review-504 = 504 yearly review
button-add-re-evaluation-iep = IEP re-evaluation
button-add-re-evaluation-504 = 504 re-evaluation
button-add-meeting-iep = IEP meeting
button-add-meeting-504 = 504 meeting
button-add-state-test-iep = State test (IEP)
button-add-state-test-504 = State test (504)
button-add-goal-due = Goal due date
button-add-progress-report = Progress report
button-add-own = Something else
add-ask-plan = Is it for an IEP or for a 504 plan?
add-plan-not-read = Please tap IEP or 504 plan. Not sure? Look at the top of the paper from school.
button-plan-iep = IEP
button-plan-504 = 504 plan
add-ask-day = Which day is it? Type it, like <b>Oct 3</b> or <b>3rd Friday of March</b>.
add-ask-day-timed = When is it? Type the day, and the time if you know it, like <b>Oct 3 at 2 pm</b>.
add-ask-day-goal-due = When is the goal due? You can add a short name, like <b>reading goal, May 20</b>.
add-ask-day-own = What is it, and when? For example: <b>call the nurse, Oct 3 at 2 pm</b>.
add-ask-title = What should I call it? A few words are enough.
title-not-read = I need a few words for its name.
add-ask-hour = At what time does it start? Type it, like <b>2:30 pm</b>.
button-no-hour = No time
add-confirm = Here is what I understood. Is it right?
add-confirm-computed = Shall I keep the next one too? I counted from the day this one was held, so this is the last day for it. The school may hold it sooner.
add-no-hour-yet = No time yet. With a time I can also remind you two hours before.
button-add-hour = Add the time
confirm-tap = Please tap Yes or Change, or type another day.
change-what = What should we change?
button-piece-day = The day
button-piece-hour = The time
button-piece-title = The name
button-piece-nickname = The child
button-piece-kind = What it is
button-piece-plan = IEP or 504
button-piece-what = What differs
button-piece-days = The day
add-kept = <b>Kept.</b>
# $at: day and hour; $count: how many messages will come in all.
add-first-message = My first message comes on { $at }.{ $count ->
        [one] { "" }
       *[other] { " " }There will be { $count }, each with the next step.
    }
add-no-message = It is so close that no message will come before it.
remark-weekend = That is a weekend day. You may want to check it with the school.
remark-summer = That is in summer, when most schools are out. You may want to ask for an earlier day.
rule-annual-review-iep = The rule: an IEP is looked at as a team at least once a year ({ $source }).
rule-annual-review-504 = No federal rule asks for a yearly 504 review. It is good practice, and many schools do it.
rule-re-evaluation-iep = The rule: a re-evaluation at least every three years, unless you and the school agree it is not needed ({ $source }).
rule-re-evaluation-504 = The rule: re-evaluation from time to time, with no number of years ({ $source }). Every three years is common.
rule-meeting-iep = The rule: the school tells you early enough that you can come ({ $source }).
rule-goal-due-iep = The rule: an IEP has goals for the year that can be measured ({ $source }).
rule-progress-report-iep = The rule: the IEP says when you get reports on its goals ({ $source }).
rule-state-test-iep = The rule: the IEP lists the supports your child gets on state tests ({ $source }).
rule-state-test-504 = The rule: a state must give the test supports that a child’s plan calls for ({ $source }).
button-add-another = ➕ Add another
button-all-dates = 📅 All dates


## Days that were typed

day-not-read = I could not find a day in that. Try it like this: <b>Dec 5</b>, <b>12/5/26</b> or <b>in 2 weeks</b>.
day-impossible = There is no such day in the calendar. Could you check the numbers?
day-two-readings = That can mean two days. Which one do you mean?
day-bare-month = Which day of that month? Tap one below, or type it, like <b>March 9</b>.
day-past = { $day } has passed. Which day do you mean?
day-too-far = { $day } is more than four years away. Which day do you mean?
button-day = { $day }
button-moment = { $day }, { $hour }
days-left = { $days ->
        [0] today
        [1] tomorrow
       *[other] in { $days } days
    }
days-ago = { $days ->
        [1] yesterday
       *[other] { $days } days ago
    }


## Plan dates: the list, and one date

date-head = <b>{ $nickname }: { $what }</b>
date-day = { $day }
date-day-zone = { $day } ({ $zone })
date-moment = { $day } at { $hour }
date-moment-zone = { $day } at { $hour } ({ $zone })
date-when = { $when }: <b>{ $left }</b>
date-is-done = This one is done.
date-is-deleted = This one was deleted.
date-title-family = { $title }
date-next-up = Next for { $nickname }: { $what } on { $day }, { $left }.
date-gone = I do not have that date any more. Here is where to find the others.
dates-none = You have no open dates. Add one, and I will remind you in time.
dates-head = <b>Your dates</b>{ $pages ->
        [1] { "" }
       *[other] { " " }(page { $page } of { $pages })
    }
dates-child = <b>{ $nickname }</b>
dates-line = • { $day }: { $what }, { $left }
dates-pick-one = Which date do you mean? Tap it below.
button-open-date = { $nickname }: { $what }, { $day }
button-done = ✔ Done
button-snooze = ⏰ Snooze
button-edit = ✏️ Edit
button-delete = 🗑 Delete
button-undo = ↩ Undo
date-open-again = It is back on your list.
date-delete-ask = Delete this date? Its reminders go with it.
button-delete-yes = Yes, delete
button-keep-it = Keep it
date-deleted = Deleted. No more messages about it.
edit-ask-day = It is on { $day } now. What is the new day?
edit-confirm = Here is the new day. Is it right?
edit-kept = Changed. The reminders moved with it.
edit-kept-name = Changed. The reminders stay as they were.
edit-next-message = My next message comes on { $at }.{ $count ->
        [one] { "" }
       *[other] { " " }There are { $count } to come.
    }


## Plan dates: done and snooze

held-ask = Good work. When was it held?
button-held-today = Today
held-which-day = Which day of that month was it? Type it, like <b>March 9</b>.
held-ahead = That day is still ahead. On which day was it held?
done-kept = <b>Done.</b> One thing less to think about.
done-no-more = No more messages about this one.
done-nothing-else = There is nothing else open for now.
button-look-next = See the next one
snooze-ask = When should I remind you again? Only the reminder moves. The date stays on { $day }.
snooze-ask-day = On which day should I remind you? The date itself stays on { $day }.
snooze-after-date = That is after the date itself, { $day }. Please pick a day before it.
snoozed = I will remind you on { $at }.
snoozed-date-stays = Only the reminder moved. The date stays: { $day }.
button-snooze-0 = Later today
button-snooze-1 = Tomorrow
button-snooze-3 = In 3 days
button-snooze-7 = Next week
button-snooze-pick = Pick a day


## Letters: reminders

letter-late = This should have come on { $day } at { $hour }. I am sorry.
letter-late-several = Some of this should have come from { $day } at { $hour } on. I am sorry.
letter-several = { $count } things in one message:
letter-date-over = Did it take place? Tap Done, or give it a new day. Both are fine.
button-what-to-do = 💡 What to do
button-new-day = 📅 New day

# $plan: IEP or PLAN_504. One text for each kind and stage in scheduler/domain/kinds.py.
stage-annual-review-60-days = { $plan ->
        [PLAN_504] Next step: ask the school in writing whether a 504 review is planned, and for a date. Early means you can pick a day that works for you.
       *[IEP] Next step: ask the school in writing for a meeting date. Early means you can pick a day that works for you.
    }
stage-annual-review-30-days = { $plan ->
        [PLAN_504] Next step: ask how each support is working, and for any changes they have in mind, so you can read them before you meet.
       *[IEP] Next step: ask for the draft and the data on each goal, so you can read them before you meet.
    }
stage-annual-review-14-days = Next step: send your concerns in writing. What works, what does not, and what you would like to change.
stage-annual-review-7-days = Next step: confirm who comes. You can bring someone along; just tell the school.
stage-annual-review-1-day = Bring the plan, your notes and your questions. You can ask for time to read before you agree to anything.
stage-re-evaluation-180-days = Early on purpose. Is there a new area the school should look at? Ask for it in writing now.
stage-re-evaluation-90-days = Next step: ask which tests are planned and when. If a consent form comes, ask about anything that is not clear.
stage-re-evaluation-30-days = Next step: ask for the reports, so you can read them before the meeting.
stage-re-evaluation-7-days = Next step: read the reports. Mark what is not clear or does not sound like your child.
stage-re-evaluation-1-day = Bring the reports, your notes and your questions.
stage-meeting-7-days = Next step: ask what it is about and who comes. Tell the school if you bring someone or need an interpreter.
stage-meeting-1-day = Write down the one thing you want most. Bring the plan and your notes.
stage-meeting-2-hours = It starts soon. Take the plan and your notes. You can always ask them to slow down.
stage-goal-due-14-days = Next step: ask for the numbers. How is it going against the goal?
stage-goal-due-3-days = Have the numbers come? If not, a short note to the teacher helps.
stage-goal-due-same-day = Put the numbers next to the goal. Met? Ask what comes next. Not met? Ask what will change.
stage-progress-report-7-days = Next step: look out for the report. If you do not know how it comes, ask the teacher.
stage-progress-report-same-day = The report is due. Hold it next to the last one. No numbers in it? You can ask for them.
stage-state-test-30-days = Next step: check that the supports for this test are in the plan. Some must be set up weeks ahead.
stage-state-test-7-days = Next step: ask the school to confirm that the supports are set up, and on which days the tests are.
stage-state-test-1-day = Tell your child what the day will be like. Sleep, breakfast and a calm morning help.
stage-own-7-days = Is there something to get ready? There is still time.
stage-own-1-day = Is everything ready? You have got this.
stage-own-same-day = This is the day. You have got this.


## Letters: tomorrow cards

card-usual = 🌙 A usual school day for <b>{ $nickname }</b>: { $day }.
card-head = 🌙 <b>Tomorrow for { $nickname }</b>: { $day }
card-different = <b>Different:</b> { $what }
card-different-day = <b>Different</b> (day { $number } of { $count }): { $what }
card-no-school = <b>No school:</b> { $what }
card-no-school-day = <b>No school</b> (day { $number } of { $count }): { $what }
# $what says no more than this; it is not said twice.
card-no-school-at-all = <b>No school.</b>
card-no-school-at-all-day = <b>No school</b> (day { $number } of { $count })
card-same-practice-test = <b>The same:</b> getting up, the way to school, coming home.
card-same-state-test = <b>The same:</b> getting up, the way to school, coming home.
card-same-half-day = <b>The same:</b> getting up and the way to school.
card-same-no-school = <b>The same:</b> home, meals, bedtime.
card-same-delayed-start = <b>The same:</b> the classroom, the friends, coming home.
card-same-substitute = <b>The same:</b> the classroom, the friends, coming home.
card-same-assembly = <b>The same:</b> the way to school, the classroom, coming home.
card-same-field-trip = <b>The same:</b> getting up, the class, home in the evening.
card-same-other = <b>The same:</b> the rest of the day.
card-first-then-practice-test = <b>First</b> the practice test, <b>then</b> the usual day.
card-first-then-state-test = <b>First</b> the test, <b>then</b> the usual day.
card-first-then-half-day = <b>First</b> school, <b>then</b> home early.
card-first-then-no-school = <b>First</b> a morning at home, <b>then</b> a plan of your own.
card-first-then-delayed-start = <b>First</b> more time at home, <b>then</b> school.
card-first-then-substitute = <b>First</b> say hello to the other teacher, <b>then</b> the usual day.
card-first-then-assembly = <b>First</b> everyone goes together, <b>then</b> back to class.
card-first-then-field-trip = <b>First</b> the trip, <b>then</b> back to school.
card-first-then-other = <b>First</b> the part that is different, <b>then</b> the usual day.
card-say = <b>To read out loud:</b> <i>{ $words }</i>
card-say-practice-test = “Tomorrow there is a practice test. It is only practice, and after it the day goes on as always.”
card-say-state-test = “Tomorrow there is a test. You do what you can, and after it the day goes on as always.”
card-say-half-day = “Tomorrow school is short. You come home early.”
card-say-no-school = “Tomorrow there is no school. You stay home.”
card-say-delayed-start = “Tomorrow school starts later. We have more time in the morning.”
card-say-substitute = “Tomorrow another teacher is in your room. The rules and your friends are the same.”
card-say-assembly = “Tomorrow all the classes come together. It may be loud. After it you go back to class.”
card-say-field-trip = “Tomorrow your class goes on a trip. You go with people you know, and you all come back.”
card-say-other = “Tomorrow one thing is different. The rest is like always.”
card-tip-practice-test = Tip: say how long it takes, and what your child may do if it gets too much.
card-tip-state-test = Tip: remind your child which supports they have in the test, like breaks.
card-tip-half-day = Tip: say who picks your child up, and when.
card-tip-no-school = Tip: name one thing that will happen in the morning and one in the afternoon.
card-tip-delayed-start = Tip: keep the usual order in the morning, just later.
card-tip-substitute = Tip: a short note for the other teacher about what helps can go along.
card-tip-assembly = Tip: say where your child can go if it is too loud.
card-tip-field-trip = Tip: go through the day in order, from the bus to coming back.
card-tip-other = Tip: say it once tonight and once in the morning.
correction-usual = 🌙 A correction: <b>{ $nickname }</b> has the usual day after all, { $day }.
correction-new = Something changed since the last card. This is how it is now:
button-told = ✔ Told them
button-card-change = ✏️ Change it
toast-told = Good. That is the hardest part.


## Tomorrow: changed school days

tomorrow-head = <b>Tomorrow for { $nickname }</b>: { $day }
tomorrow-what = • { $what }
tomorrow-usual = <b>{ $nickname }</b>, { $day }: the usual day, as far as I know.
tomorrow-nothing = I know of no changes yet. Tell me what will be different, and I send you a card the evening before.
tomorrow-coming = <b>Changes ahead</b>
tomorrow-line = • { $day }, { $nickname }: { $what }
tomorrow-line-days = • { $first } to { $last }, { $nickname }: { $what }
button-add-change = ➕ Add a change
button-cancel-change = ✖ { $nickname }, { $day }
button-all-changes = 🌙 Tomorrow
change-ask-what = What will be different, and when? Like this: <b>Tue-Thu practice testing 9-11, no PE</b>. With no day I take tomorrow.
change-ask-day = Which day is it? Tap, or type it, like <b>Oct 9</b> or <b>Tue-Thu</b>.
change-which-day = Which day do you mean? Tap one, or type it, like <b>Oct 9</b>.
change-ask-child = Which child is it for? Tap one, or type a new nickname.
change-ask-kind = What kind of day is it?
change-confirm = Here is what goes on the card. Is it right?
change-line = <b>{ $nickname }:</b> { $what }
change-days = { $first } to { $last }, { $count ->
        [one] one school day
       *[other] { $count } school days, a card each evening
    }
change-kind-line = I take it as: { $kind }
change-kind-practice-test = Practice test
change-kind-state-test = Test
change-kind-half-day = Short day
change-kind-no-school = No school
change-kind-delayed-start = Late start
change-kind-substitute = Other teacher
change-kind-assembly = Assembly or drill
change-kind-field-trip = Trip
change-kind-other = Something else
change-weekend = That is a weekend day. If there is school then, that is fine.
change-day-begun = That day has begun, so no card comes for it.
change-kept = <b>Kept</b> for { $nickname }.
change-card-now = The usual hour has passed, so the card comes right away.
change-card-at = The card comes on { $at }.
change-first-card-at = The first card comes on { $at }.
change-card-here = It is your quiet time, so here is the card already:
change-card-next = The next card comes on { $at }.
change-no-card = The day has begun, so no card comes. I hope it goes well.
change-cards-off = Your tomorrow cards are off, so none will come. You can turn them on in /settings.
change-off = Taken off:
change-correction-comes = A card had gone out, so a short correction follows.
change-gone = I do not have that change any more.


## Children

family-none = I know no child yet. Add a date or a changed day, and I will ask for a nickname.
family-head = <b>Your children</b>
family-line = • <b>{ $nickname }</b>: { $dates ->
        [0] no open dates
        [one] 1 open date
       *[other] { $dates } open dates
    }, { $changes ->
        [0] no changed days
        [one] 1 changed day
       *[other] { $changes } changed days
    }
button-rename = ✏️ { $nickname }
button-remove = 🗑 { $nickname }
family-rename-ask = What should I call <b>{ $nickname }</b> from now on? Up to 30 characters, emoji are fine.
family-renamed = <b>{ $before }</b> is called <b>{ $nickname }</b> now. Dates and reminders stay.
family-remove-ask = Remove <b>{ $nickname }</b>? This also erases { $dates ->
        [0] no dates
        [one] 1 open date
       *[other] { $dates } open dates
    } and { $changes ->
        [0] no changed days
        [one] 1 changed day
       *[other] { $changes } changed days
    }. It cannot be undone.
button-remove-yes = Yes, remove
family-removed = { $nickname } is removed, with everything I kept for them.
family-gone = I do not know that child any more.
button-family = My children
