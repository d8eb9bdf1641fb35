"""The words that scrubbing goes by: what stands before a name, names, and what is kept.

All as ``wording.plain`` gives them: lower case, no accents, no apostrophes.
"""

from typing import Final

TITLES: Final = frozenset("mr mrs ms miss mx dr dra prof sr sra srta sres".split())
"""What is followed by a name and hardly anything else."""

RELATIONS: Final = frozenset(
    "son sons daughter daughters child kid kids boy girl twin twins baby husband wife ex partner "
    "fiance boyfriend girlfriend brother sister sibling mom mother dad father stepson "
    "stepdaughter stepdad stepmom grandson granddaughter grandma grandmother grandpa grandfather "
    "nephew niece cousin aunt uncle friend neighbor student teacher principal coach nurse aide "
    "counselor therapist psychologist superintendent director coordinator manager lawyer attorney "
    "judge hijo hijos hija hijas nino ninos nina ninas gemelo gemelos gemela gemelas bebe esposo "
    "esposa marido mujer novio novia pareja hermano hermana mama madre papa padre hijastro "
    "hijastra nieto nieta abuela abuelo sobrino sobrina primo prima tia tio amigo amiga vecino "
    "vecina alumno alumna maestra maestro profesor profesora profe director directora doctor "
    "doctora enfermera consejera terapeuta psicologa psicologo abogado abogada senor senora "
    "senorita don dona".split()
)
"""Who may be followed by a name: "my son Liam", "la maestra Carmen"."""

NAMING: Final = frozenset(
    "named called nicknamed surname nickname llamado llamada llama llaman apellido apodo".split()
)
NAME_IS: Final = frozenset({("name", "is"), ("names", "is"), ("nombre", "es"), ("apellido", "es")})
"""What says that a name comes next."""

DOES: Final = frozenset(
    "is isnt was wasnt has hasnt had needs gets got goes went does doesnt did didnt will wont can "
    "cant cannot keeps hates loves likes refuses cries struggles turned started who es esta "
    "estaba tiene tenia necesita va fue hace puede sufre llora quiere odia cumplio que".split()
)
"""What a person does: a strange word between "my son" and one of these is a name."""

OWNS: Final = frozenset(
    "has hasnt had needs gets got goes went hates loves refuses cries struggles keeps tiene tenia "
    "necesita va llora sufre".split()
)
"""What only a person does: a strange word at the beginning before one of these is a name."""

SCHOOL_KINDS: Final = frozenset(
    "elementary middle high junior intermediate primary charter academy prep preparatory "
    "montessori magnet school schools isd usd cusd unified district elem".split()
)
"""What ends the name of a school in English: "Lincoln Elementary"."""

SURE_SCHOOLS: Final = frozenset(
    "elementary middle academy montessori isd usd cusd unified elem".split()
)
"""Of these, the ones that a state does not stand before: "Texas high schools" is no school."""

ESCUELAS: Final = frozenset(
    "escuela colegio primaria secundaria preparatoria elemental intermedia superior instituto "
    "kinder distrito academia".split()
)
"""What begins the name of a school in Spanish: "Escuela Benito Juarez"."""

LINKS: Final = frozenset("de del la las los el san santa santo y".split())
"""Small words inside a Spanish name."""

SAINTS: Final = frozenset("st saint san santa santo".split())
"""What begins the name of a school or a town."""

SMALL: Final = frozenset(
    "a an the my our your his her their its this that these those any all some every each no not "
    "at in on of for from to with by and or but if is are was be do does did can could should "
    "would will may have has how what when where why who which it he she they we you i me him "
    "them us after before about into public private local new same other another one two el la "
    "los las un una mi mis su sus tu nuestro nuestra este esta ese esa al del de en con por para "
    "y o que como cuando donde cual quien es son esta hay si no se le lo les me te".split()
)
"""Words that are in no name of a school or a street."""

STATES: Final = frozenset(
    "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia "
    "hawaii idaho illinois indiana iowa kansas kentucky louisiana luisiana maine maryland "
    "massachusetts michigan minnesota mississippi misisipi missouri misuri montana nebraska "
    "nevada new nueva nuevo hampshire jersey mexico york north south norte sur carolina dakota "
    "ohio oklahoma oregon pennsylvania pensilvania rhode island tennessee texas tejas utah "
    "vermont virginia washington west wisconsin wyoming columbia dc puerto rico guam samoa "
    "america american estados unidos united states usa us".split()
)
"""The states and territories, word by word: rules differ between them, so they are kept."""

KEPT: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december lunes martes miercoles jueves viernes "
    "sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre "
    "noviembre diciembre christmas thanksgiving easter halloween navidad english spanish french "
    "chinese arabic vietnamese korean russian asl braille hispanic latino latina ingles espanol "
    "find justice education notice consent labor day social security medi cal portuguese mandarin "
    "cantonese somali hmong haitian creole tagalog section part title child special education "
    "federal state act court supreme congress department office civil rights medicaid medicare "
    "chip google zoom chromebook ipad internet telegram covid god pe ptsd tourette tourettes "
    "asperger aspergers down rett angelman prader willi fragile crohn crohns ehlers danlos orton "
    "gillingham barton lindamood lexia kindergarten prek tk honors algebra geometry biology "
    "chemistry i im ive ill id ok hi hello hey thanks please yes iep ieps ard".split()
)
"""What may begin with a capital and is nobody's name."""

NAMES: Final = frozenset(
    "aaron abigail adrian adriana aiden alejandra alejandro alex alexa alexander alexandra alexis "
    "alfredo alice alicia alison allison alyssa amanda amelia amy ana andrea andres andrew angela "
    "angelica anna anthony antonio ariana ashley asher athena aubrey audrey austin ava avery "
    "ayden barbara beatriz benjamin bethany braden brandon brayden brian brianna brittany caleb "
    "cameron camila carla carlos carmen caroline carter catalina catherine cecilia charles "
    "charlie charlotte chloe christina christopher claire cody colton connor cristian cristina "
    "cynthia daniel daniela danielle danny david deborah declan denise dennis derek diana diego "
    "diane dominic donna dylan easton eduardo edward elena eleanor eli elias elijah elizabeth "
    "ellie emilia emiliano emily emma enrique eric erica erik erin esteban ethan eva evan evelyn "
    "ezra felipe fernanda fernando finn francisco gabriel gabriela gabriella gavin george gerardo "
    "gianna giovanni gonzalo graciela grayson greg gregory guadalupe guillermo hailey hannah "
    "harper hazel heather hector heidi helen henry hudson hugo ian ignacio isaac isabel isabella "
    "isaiah ismael ivan jack jackson jacob jaden jaime jake james jamie janet jason javier jaxon "
    "jayden jeff jeffrey jenna jennifer jeremiah jeremy jesse jessica jesus jill jimena joan "
    "joanna joaquin joel john johnny jonah jonathan jordan jorge jose joseph joshua josiah juan "
    "juana judith julia julian juliana julie justin kaitlyn karen karina karla kate katherine "
    "kathleen katie kayden kayla kaylee keith kelly kenneth kevin kim kimberly kyle landon laura "
    "lauren layla leah leonardo leslie levi liam lily lincoln lisa logan lorena lorenzo louis "
    "lucas lucia lucy luis luisa luke lydia madison maria mariah mariana marisol mario marta "
    "martha martin martina mary mateo matias matthew maya megan melanie melissa micah michael "
    "michelle miguel mila monica morgan muhammad mohammed nancy naomi natalia natalie nathan "
    "nathaniel nicholas nicolas nicole noah nolan nora oliver olivia oscar owen pablo pamela "
    "paola patricia patrick paul paula pedro penelope peter philip rachel rafael ramon raul "
    "raquel rebecca renata ricardo richard robert roberto rodrigo roger rogelio ruben ruth ryan "
    "ryder sam samantha samuel sandra santiago sara sarah savannah sawyer scarlett scott "
    "sebastian sergio shannon sharon sofia sonia sophia sophie stacy stella stephanie stephen "
    "steven susan susana sylvia tara taylor teresa theodore theo thomas timothy tina tiffany "
    "tommy tony tracy trevor tyler valentina valeria vanessa veronica victor victoria vincent "
    "vivian walter wendy william wyatt xavier ximena yolanda zachary zoe zoey smith johnson "
    "williams jones garcia miller davis rodriguez martinez hernandez lopez gonzalez "
    "anderson jackson thompson perez sanchez ramirez lewis robinson nguyen rivera gomez diaz "
    "morales ortiz gutierrez chavez ruiz alvarez mendoza vasquez castillo jimenez herrera aguilar "
    "vargas guzman munoz salazar juarez".split()
)
"""Names that are common in the United States and are no everyday word in either language."""
