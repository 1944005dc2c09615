"""First names that are mostly one sex's, in small letters; what is not listed stays open."""

from __future__ import annotations

FEMALE = frozenset(
    """abigail andrea ada adele agnes aisha alexandra alice alicia alina alison allison alma amanda amber
    amelia amy ana anastasia angela angelina anita ann anna anne annette annie antonia april ariana
    arlene ashley asma audrey ava barbara beatrice becky bella bernadette bernice beth bethany betty
    beverly bonnie brenda bridget britney brittany brooke caitlin camilla candace candice carla carly carmen
    carol carole caroline carolyn carrie catherine cathy cecilia celia charlene charlotte chelsea cheryl
    chloe christina christine cindy claire clara clarissa claudia colleen condoleezza connie constance
    courtney cristina crystal cynthia daisy danielle daphne dawn debbie deborah debra delia denise
    diana diane dianne dina dolores donna dora doris dorothy edith eileen elaine eleanor elena elisabeth
    elise eliza elizabeth ella ellen elsa elsie emily emma erica erika erin esther ethel eva evelyn fatima
    faye felicia fiona florence frances francesca gabriela gabrielle gail georgia geraldine gertrude gillian
    gina giorgia gladys glenda gloria grace greta gwen gwendolyn hannah harriet hazel heather heidi helen
    helena helene hilary hillary hope huma ida ilene ilsa ines ingrid irene irina iris irma iryna isabel
    isabella ivanka ivy jacqueline jane janet janice jasmine jeanette jeanne jenna jennifer
    jenny jessica jill joan joann joanna joanne jocelyn jodi jolanta josephine joy joyce juanita judith
    judy julia juliana julie june kaitlyn karen kari kate katherine kathleen kathryn kathy katie katrina
    kayla kellyanne kelly kimberly kirsten kristen kristin krystal lara latoya laura lauren
    laurie leah lena leticia lily linda lisa liz liza lois loretta lori lorraine louise lucia lucille
    lucy luisa lydia lynn lynne mabel madeleine madison malala mandy marcia margaret margarita margot maria
    mariam marian marianne marie marilyn marina marine marissa marjorie marlene marsha martha mary maryam
    maureen maxine megan megyn melania melanie melinda melissa mercedes meredith michele michelle mika
    mildred millie mindy miranda miriam moira molly monica muriel myra nadia nancy naomi natalia natalie
    natasha nicola nicole nikki nina nora norma olena olga olivia oksana paige pamela patricia patti
    patty paula pauline pearl peggy penelope penny phyllis polly priscilla rachel ramona rebecca regina
    renee rhonda rita roberta robyn rosa rosalind rose roseanne rosemary rowena roxanne ruby ruth
    sabrina sally samantha sandra sandy sara sarah savannah selena sharon sheila shelley shelly
    sherry shirley silvia simone sofia sonia sonya sophia sophie stacey stacy stella stephanie sue susan
    susana susanne suzanne svetlana sylvia tamara tammy tanya tara tatiana teresa thelma theresa therese
    tiffany tina toni tracey trudy tulsi ulrike ursula valentina valerie vanessa vera verna veronica
    vicki vicky victoria viola violet virginia vivian vivien wanda wendy whitney wilma winifred xenia
    yolanda yulia yvette yvonne zainab zoe zuzana""".split()
)
MALE = frozenset(
    """aaron abdul abdullah abraham adam adel adrian ahmad ahmed al alan albert alberto alejandro aleksandr
    alex alexander alexei alexey alfred alfredo ali allan allen alvin amir anatoly anders andre andreas
    andrei andrew andrey andriy andrzej andy angelo angus ansel antal anthony antoine anton antonio
    antonin archie ariel arnold arthur arturo asif augustus austin avi ban barack barry bart bashar ben
    benedict benjamin benny bernard bernie bert bill billy bob bobby boris brad bradley brandon brent
    brendan brett brian bruce bruno bryan byron calvin carl carlos carlton casey cecil cedric
    chad charles charlie chester chris christian christoph christopher chuck clarence clark claude clay
    clayton cliff clifford clint clive clyde cody cole colin conor cornelius corey craig curt
    curtis cyrus dale damian dan daniel danny darrell darren daryl dave david dean dennis denis derek
    desmond dexter diego dirk dmitri dmitriy dmitry dmytro dominic don donald doug douglas drew duane
    duncan dwight dylan earl ed eddie edgar edmund eduardo edward edwin eli elijah elliot elmer elon
    emilio emmanuel enrique eric erik ernest ernesto ethan eugene evan ezra felipe felix ferdinand fernando
    fidel francis francisco francois frank franklin fred freddie frederick fritz gabriel gareth garrett
    garry gary gavin gene geoff geoffrey george gerald gerard gerry gilbert giovanni gitanas glen glenn
    graham greg gregg gregory guillermo gus guy harold harry harvey hassan heath hector henri
    henry herbert herman herschel hervé hiroshi homer horace howard hubert hugh hugo ian ibrahim ignacio
    igor ilan ilham isaac ismail ivan jack jacob jacques jaime jake jamal james jamie jared jason javier
    jay jean-claude jeb jed jeff jeffrey jens jeremy jerome jerry jesse jesus jim jimmy joachim joaquin
    joe joel johan johannes john johnny jon jonas jonathan jorge jose josé josef joseph josh joshua
    juan julian julio julius jurgen justin karim karl keith ken kenneth kent kevin khalid kirk klaus
    konstantin kurt kyle lance larry lars laurence lawrence lee len leo leon leonard leonid leroy
    lester lewis liam linus lionel lloyd lorenzo louis lucas luis luke luther mahmoud malcolm manny
    manuel marc marcel marcin marco marcus mario mark martin marvin mateusz
    matt matteo matthew maurice max maxim maximilian mel melvin merrick michael michel miguel mike mikhail
    miles milo mitch mitchell mohamed mohammad mohammed morris moses muhammad mustafa mykhailo nathan
    nathaniel neil newt nicholas nick nicolas nigel nikolai nikolay norman oleg oleh oleksandr
    oleksii oleksiy olaf oliver omar orlando oscar osama otto owen pablo paolo pascal patrick
    paul pavel pedro percy pete peter petro phil philip philippe phillip pierre rafael ralph
    ramon randall randy rashid raul ray raymond recep reggie reginald rene rex ricardo richard rick
    ricky rob robert roberto rod roderick rodney rodrigo roger roland rolf roman ron ronald ronnie ross
    roy ruben rudolf rudolph rudy rupert russ russell ryan salman salvador sam sami samuel saul sauli scott
    sean sebastian serge sergei sergey sergio seth shane shaun sheldon shinzo sid sidney silvio simon
    slavoj stan stanislav stanley stefan stephen sterling steve steven stewart stuart sven sylvester
    tarek ted terence terrence terry theo theodore thomas tim timothy tobias todd tom tommy
    tony travis trent trevor trey troy tyler valery van vasily vernon victor vince vincent viktor vitali
    vitaly vladimir volodymyr wally walter wayne werner wesley wilfred will willard
    william willie winston wladyslaw wolfgang woodrow xavier yannick yanis yasser yevgeny yuri yuriy yury yves
    zachary anwar dinesh sadiq syed nidal antonin rand reince narendra emmet khizr jorge""".split()
)


def sex_of(first: str) -> str | None:
    """ "f" or "m" where a first name is mostly one sex's, else None."""
    lower = first.lower()
    if lower in FEMALE:
        return None if lower in MALE else "f"
    return "m" if lower in MALE else None
