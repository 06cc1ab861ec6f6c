"""First names: which is short for which, and which are common enough to be nobody's misspelling.

    bob, robert       bob is short for robert
    bob, rob          may be one: both are short for robert
    grace, daniel     a Ms. and a Mr.; dana may be either
    jon, john         two names: both are common, neither is a slip for the other

The tables are common knowledge of English first names; a short form may stand for several long ones.
"""

from __future__ import annotations

# Long form first, then its short forms.
_NICKNAMES = """
abigail abby abbie gail; abraham abe bram; adelaide addie; albert al bert bertie; alexander alex alec sandy sasha xander;
alexandra alex sandra sasha lexi; alfred al alf fred; alice ali; alison ali allie; allison ali allie; amanda mandy; andrea andi andy;
andrew andy drew; angela angie; anna annie; anne annie; anthony tony ant; arnold arnie; arthur art artie; augustus gus; barbara barb barbie babs;
barry baz; bartholomew bart; beatrice bea trixie; benjamin ben benny benji; bernard bernie; bradley brad; brandon bran; brenda bren;
bridget biddy; calvin cal; cameron cam; carol carrie; caroline carrie caro; carolyn carrie lyn; catherine cathy cat kate katie kitty; cecilia cece;
charles charlie chuck chas chaz; charlotte charlie lottie; christian chris; christina chris chrissy tina; christine chris chrissy tina;
christopher chris kit topher; clayton clay; clifford cliff; clinton clint; constance connie; cornelius neil; curtis curt; cynthia cindy;
daniel dan danny; danielle dani; david dave davey; deborah deb debbie debra; dennis den denny; derek del; diana di; dominic dom; donald don donny; dorothy dot dottie dolly;
douglas doug; edgar ed; edmund ed eddie ned; eduardo eddie; edward ed eddie ned ted teddy; edwin ed eddie; eleanor ellie nell nora; elizabeth liz lizzie beth betsy betty eliza libby lisa bess;
emily em emmy; emmanuel manny; eric rick; ernest ernie; esther essie; eugene gene; evelyn evie; ezekiel zeke; florence flo; frances fran frannie; francesca fran;
francis frank fran; franklin frank; frederick fred freddie rick fritz; gabriel gabe; gabriella gabby; geoffrey geoff jeff; george georgie; gerald gerry jerry; gerard gerry;
gilbert gil bert; gordon gord; grace gracie; gregory greg; gwendolyn gwen; harold hal harry; harriet hattie; harrison harry; helen nell; henry hank harry hal; herbert herb bert;
howard howie; hubert bert; ignatius iggy; irene rene; irving irv; isaac ike zac; isabella bella izzy; isabel bel izzy; jacob jake; jacqueline jackie; james jim jimmy jamie jem; jane janie;
janet jan; jason jay; jeffrey jeff; jeffery jeff; jennifer jen jenny; jeremiah jerry; jeremy jerry jem; jerome jerry; jessica jess jessie; joan joanie; joanna jo; joel joe;
john jack johnny; jonathan jon jonny nathan; jose pepe; joseph joe joey; josephine jo josie; joshua josh; joyce joy; judith judy jude; julia jules; julian jules; juliana julie;
katherine kate kathy katie kat kay kitty; kathleen kathy kate katie kath; kathryn kate kathy katie kat; kenneth ken kenny; kimberly kim; kristina kris tina; kristin kris; kristopher kris;
lawrence larry lars laurie; laurence larry laurie; leonard len lenny leo; leonardo leo; leslie les; lewis lew; lillian lil lily; linda lin; lindsay lin; louis lou louie; louise lou; lucas luke; lucille lucy;
madeline maddie; margaret maggie meg peggy marge margie greta rita; maria mia; marjorie marge margie; mark marc; martha marty; martin marty; mary molly polly mamie; matthew matt matty; matthias matt; maurice mo; maxwell max; maximilian max;
megan meg; melanie mel; melissa mel missy lissa; melvin mel; michael mike mick mickey mikey; michelle shelly; mildred millie; mitchell mitch; mohammed mo; mohamed mo; muhammad mo; morris mo; moses moe;
nancy nan; natalie nat; natasha tasha; nathan nate nat; nathaniel nate nat nathan; nicholas nick nicky nico; nicolas nick nico; nicole nicky nikki; norman norm; oliver ollie; olivia liv ollie; oscar ozzie; pamela pam; patricia pat patty tricia trish; patrick pat paddy rick;
paul paulie; peter pete; philip phil pip; phillip phil pip; phillipa pippa; phyllis phyl; rachel rach; ralph ralphie; randall randy; randolph randy; raymond ray; rebecca becca becky; regina gina; reginald reggie reg; richard rick rich dick richie ricky; robert bob bobby rob robbie bert;
roberta bobbie; roderick rod rick; rodney rod; roger rog; roland rollie; ronald ron ronnie; rosemary rose rosie; rudolph rudy; russell russ rusty; samantha sam sammy; samuel sam sammy; sandra sandy; sarah sally sadie; sebastian seb; seymour sy; sharon shari; shirley shirl; sidney sid; sylvester sly; sidney syd;
solomon sol; stanley stan; stefan steve; stephanie steph; stephen steve stevie; steven steve stevie; stuart stu; susan sue susie suzy; susanna sue susie; suzanne sue suzy; tabitha tabby; terence terry; teresa terry tess tessa; theresa terry tess tracy; theodore ted teddy theo; thaddeus thad tad; thomas tom tommy; timothy tim timmy; tobias toby;
valerie val; vanessa nessa; veronica ronnie vera; victor vic; victoria vicky tori; vincent vin vince vinny; virginia ginny ginger; vivian viv; vladimir vlad; walter walt wally; wendell dell; wesley wes; wilfred will fred; wilhelmina mina billie; william bill billy will willy liam; winifred winnie; winston win; yvonne vonnie;
zachary zach zack zak zac; zechariah zach zack;
aaron ron ronnie; alan al; allan al; allen al; alastair al; alicia ali allie; alexandria alex sandra; alexis alex lexi; alejandro alex; alexei alex; aleksandr alex sasha; alonzo al lon; amelia amy mel millie;
anastasia stacy ana; angelica angie; angelina angie lina; anton tony; antonia toni tony; antonio tony; archibald archie; ashley ash; augustine gus; benedict ben; bertha bert bertie; bertram bert; beverly bev; bradford brad; brianna bri; brittany britt; caitlin cait;
caleb cal; candace candy; cassandra cass cassie sandra sandy; chester chet; christa chris; clarence clair; claudia claud; clement clem; conrad con connie; crystal crys; cyrus cy; delores dee; diane di; dmitri dima; dominick dom nick; donovan don donny; edith edie; edmond ed eddie;
elijah eli; elisabeth liz lizzie beth betsy betty lisa; emanuel manny; estelle stella; eugenia gene genie; evangeline eva evie; ferdinand fred; francisco frank paco; gabrielle gabby; garrett gary; genevieve gen jenny; geraldine gerry; gertrude trudy; gillian gill jill; giovanni gio; giuseppe joe; gretchen greta;
guadalupe lupe; gustav gus; guillermo bill memo; hillary hill; horace harry; ignacio nacho; isabelle bella izzy; jackson jack; janice jan; jeanette jean; jefferson jeff; joann jo; joanne jo; johnathan john jon johnny; johannes john hans; josiah joe; juanita nita; katelyn kate; kendall ken; kendrick ken kenny;
kevin kev; kristen kris; kristine kris tina; kristina tina; latisha tish; leland lee; leroy lee roy; lincoln linc; lorraine lori; lucinda cindy lucy; madison maddie; magdalena lena maggie; malcolm mal; marcus marc mark; marguerite margie peggy; marilyn mary; marvin marv; mathew matt; matilda tilly mattie; maureen mo;
meghan meg; melinda mindy mel; meredith mer; michaela mickey; miguel mike; mikhail mike misha; millicent millie; minerva minnie; miranda mandy randi; mitchel mitch; montgomery monty; natalia nat natasha; nathanael nat nate; nelson nels; newton newt; nikolai nick kolya; orlando lando; patrice pat; paulina lina; penelope penny;
percival percy; prescott scott; priscilla cilla; prudence pru; rafael rafa; ramona mona; raphael rafe; reuben rube; ricardo rick ricky; roberto bob rob beto; rodger rod; rosalind roz rose; rosanne rose; roxanne roxie; salvador sal; salvatore sal; sanford sandy; sheldon shelly; silvester sly; sophia sophie; stanford stan; stephan steve;
sergei serge; suzannah sue susie; tamara tammy; theodora theo dora; tiffany tiff; trevor trev; tyrone ty; valentina val; valentine val; vernon vern; wallace wally; wilbur will; wilhelm will bill; wilson will; winfield win; woodrow woody; yevgeny gene; yekaterina katya kate
"""

_OTHERS = """
alina anders anja bjorn catalina dena dina dora elsa else erick greta hanna hans hana hilde igor ilse inga inge jana jens johan johann jonas juan karin katja klara lana lars lena lina maja mara maren marco markus mateo matias milan mila milena mina oleg olga olaf pavel petra pieter rina sofie stefan stephan sven tatiana tina ulrich ursula vera zara
aaron adam adrian ahmad ahmed aidan aisha alan alejandro ali allan allen amber amir amy ana andre andrei angelo anita ann antonio april ari arjun ashley audrey austin ayesha beverly bill blake bob boris brad brent brett brian brooke bruce bryan bryce byron
candice carl carla carlos carmen carter casey cassandra cedric chad chelsea cheryl claire clara clark claudia clyde cody colin colleen corey craig crystal dale damian damon dana dane darlene darrell darren dawn dean deanna denise desmond devin diane diego dimitri donna doris duane dustin dwight dylan
earl eileen elaine elena eli elias elijah elisa ella ellen elmer elon emma enrique eric erica erik erika erin ernesto ethan eva evan faith fatima felicia felix fernando fiona floyd frank gail garrett gary gavin gene geoff georgia gilda gina glen glenn gloria gregg greta guy hannah harry harvey hassan heather hector heidi holly hope hugh hugo hussein
ian ibrahim ilya imran ingrid ira iris irina isaiah ivan jack jackson jade jaime jamal jan jared jasmine javier jay jean jeanne jenna jerry jesse jesus jill jim joan joanne jocelyn jodi joe jon jordan jorge juan juanita judy julie julio june justin karen karl karla katarina kate kay kayla keith kelly kelvin kendra kent kerry kevin kim kirk krista kristen kurt kyle
lance lara larry laura lauren laurie lawrence leah lee leo leon leroy leslie lester liam lillian lily lisa lloyd logan lois lori lorraine louis lucia lucy luis luke luna lydia lyle lynn mabel mackenzie malcolm manuel marc marcel marcia marcus maria marian marie marilyn mario marion marisa marlene marsha marshall marta marvin mason maureen max maya mercedes meredith miguel milton mindy miranda miriam molly monica mona morgan myra myron
nadia naomi neal neil nelson nina noah noel nora norma olga omar opal orlando oscar otto owen pablo paige paula pauline pearl pedro penelope penny perry peggy phoebe pierre priscilla priya quentin quincy rafael rahul raj ralph ramon randy raul ravi reed renee rex rhonda ricardo rita roberto robin rocco ron rosa rose ross roxanne roy ruben ruby russell ruth ryan
sabrina sal sally salvatore sara satya saul scott sean sergei sergey sergio seth shane shannon shaun shawn sheila shelby sheldon shelley shivon sofia sonia sonya sophia sophie spencer stacy stella sunil suresh sylvia tamara tammy tanya tara taylor terrance terrell terri tiffany tina todd tony tracey travis trent trevor tricia troy tyler tyrone ursula van vance vera vernon vicki wade wanda warren wayne wendy wendell will willie xavier yolanda yuri yusuf yvette zoe
"""

# First names that nearly always go with Ms. or with Mr.; names that go with either (Dana, Jordan, Kim, Lee) stand in neither.
_WOMEN = """
abigail adelaide aisha alexandra alice alicia alison allison amanda amber amelia amy ana andrea angela angelina anita ann anna anne annie april ayesha barbara beatrice becky bella bernice beth betsy
betty beverly bonnie brenda bridget candice carla carmen carol caroline carolyn cassandra catherine cecilia charlotte chelsea cheryl christina christine cindy claire clara claudia colleen constance cynthia danielle
darlene dawn deanna deborah debra deirdre denise diana diane dolores donna doris dorothy edith eileen elaine eleanor elena elisa eliza elizabeth ella ellen emily emma erica erika erin esther eva evelyn faith fatima
felicia fiona florence frances francesca gabriela gabriella gail georgia gilda gina gladys glenda gloria grace greta gwendolyn hannah harriet hazel heather heidi helen helga holly hope huma ida ingrid irene iris irina isabel isabella
jacqueline jane janet janice jasmine jean jeanne jenna jennifer jenny jessica jill joan joanna joanne josephine joy joyce juanita judith judy julia julie june karen karla katarina kate katharina katherine kathleen kathryn
kathy katie kayla kelly kendra kimberly kristen kristin kristina lara laura lauren leah leslie lillian linda lisa lois lori lorraine louise lucia lucille lucinda lucy lydia mabel madeline margaret maria marian marie
marilyn marisa marisol marjorie marlene marsha marta martha mary maureen maya megan melanie melissa mercedes michelle mildred mindy miranda miriam molly monica nadia nancy naomi natalie natasha nicole nina nora norma olga olivia
pamela patricia patty paula pauline pearl peggy penelope phyllis priscilla priya rachel rebecca regina renee rhonda rita roberta rosa rosalind rose rosemary roxanne ruby ruth sabrina sally samantha sandra sara sarah
sharon sheila shelby shirley shivon sofia sonia sophia sophie stella stephanie susan susanna suzanne sylvia tabitha tamara tammy tanya tara teresa theresa tiffany tina ursula valerie vanessa vera veronica vicki victoria
virginia vivian wanda wendy wilhelmina winifred yolanda yvette yvonne zoe
"""
_MEN = """
aaron abraham adam adrian ahmad ahmed alan albert alejandro alexander alfred ali allan allen amir andre andrei andrew anthony antonio arnold arthur austin barry bartholomew ben benjamin bernard bill bob boris brad bradley brandon brent
brett brian bruce bryan byron calvin carl carlos cedric chad charles christopher clark clayton clifford clinton clyde cody colin cornelius craig curtis dale damian damon daniel darrell darren david dean dennis derek
desmond diego dimitri dominic don donald douglas duane dustin dwight dylan earl edgar edmund eduardo edward edwin eli elias elijah elmer elon emmanuel enrique eric erik ernest ernesto ethan eugene evan felix fernando
floyd francisco frank franklin fred frederick gabriel garrett gary gavin geoffrey george gerald gerard gilbert glenn gordon graham greg gregory guy harold harrison harry harvey hassan hector henry herbert herman howard hubert hugh hugo hussein
ian ibrahim ignatius irving isaac isaiah ivan jack jacob jake jamal james jared jason javier jeff jeffery jeffrey jeremiah jeremy jerome jesus jim joe joel john jonathan jorge jose joseph joshua juan julian julio justin karl keith
kenneth kevin kirk kurt kyle lance larry lars lawrence leo leon leonard leonardo leroy lester lewis liam lloyd logan lucas luis luke malcolm manuel marc marcel marco marcus mario mark marshall martin marvin mason matthew maurice max maxwell
melvin michael miguel mike milton mitchell mohamed mohammed morris moses muhammad myron nathan nathaniel neal neil nelson nicholas nicolas noah noel norman oliver omar orlando oscar otto owen pablo patrick paul pedro peter philip phillip pierre pieter
quentin quincy rafael rahul raj ralph ramon randall randolph ravi ray raymond reginald ricardo richard rick robert roberto rodney roger roland roman ronald ross roy ruben rudolph russell ryan salvatore samuel saul scott sean sebastian sergei sergey sergio seth
seymour shane shaun shawn sidney solomon spencer stanley stephen steve steven stewart stuart sunil suresh terrance terrell thaddeus theodore thomas timothy tobias todd tom tony travis trent trevor troy tyler tyrone victor vincent vladimir wade wallace walter
warren wayne wesley wilfred will william willie winston xavier yuri yusuf zachary
"""


def _long_forms() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for group in _NICKNAMES.replace("\n", " ").split(";"):
        long, *shorts = group.split()
        for form in (long, *shorts):
            table.setdefault(form, set()).add(long)
    return {form: frozenset(longs) for form, longs in table.items()}


def _short_forms() -> dict[str, frozenset[str]]:
    groups = (group.split() for group in _NICKNAMES.replace("\n", " ").split(";"))
    return {long: frozenset(shorts) for long, *shorts in groups}


_LONG_FORMS, _SHORT_FORMS = _long_forms(), _short_forms()
_COMMON = frozenset((*_LONG_FORMS, *_OTHERS.split(), *_WOMEN.split(), *_MEN.split()))
_GENDERS = dict.fromkeys(_WOMEN.split(), "f") | dict.fromkeys(_MEN.split(), "m")


def long_forms(given: str) -> frozenset[str]:
    """The names that a folded first name may stand for, itself among them: ``al`` for albert, alfred and al."""
    return _LONG_FORMS.get(given, frozenset()) | {given}


def share_a_short_form(a: str, b: str) -> bool:
    """True if two names are shortened to one: mohamed and muhammad to mo, philip and phillip to phil."""
    return not _SHORT_FORMS.get(a, frozenset()).isdisjoint(_SHORT_FORMS.get(b, frozenset()))


def gender_of(given: str) -> str:
    """What a first name nearly always goes with: f for Ms., m for Mr., '' for either."""
    return _GENDERS.get(given, "")


def is_common(given: str) -> bool:
    """True if a folded word is known as a first name."""
    return given in _COMMON


def is_short_for(a: str, b: str) -> bool:
    """True if one of the two is a short form of the other: bob and robert, either way round."""
    return a in _LONG_FORMS.get(b, ()) or b in _LONG_FORMS.get(a, ())


def may_be_one(a: str, b: str) -> bool:
    """True if both may stand for one name: bob and rob, for robert. Not evidence for one person, nor against."""
    return not long_forms(a).isdisjoint(long_forms(b))


def common_names() -> frozenset[str]:
    """Every first name of the tables."""
    return _COMMON
