/** Words that stand in every text, and say nothing of what it is about. */
export const stopWords: ReadonlySet<string> = new Set(
  `alla allt att av bara blev bli blir bra då de dem den denna deras dess dessa det detta dig din dina ditt du
  där därför efter ej eller en er era ert ett finns fick fram från få får för före första ge genom gör göra går gå gärna ha hade han
  har hej helt henne hennes hon honom hos hur här i in innan inom inte igen ja jag just kan kanske komma kommer kunde kunna lite man
  med mellan men mer mest mig min mina mitt mot mycket måste möjligt många mvh ni nu när någon något några nästa och också om oss på
  redan samma sedan sig sin sina ska skall skulle så sådan säga till tack tar ta under upp ur ut utan vad var vara vara varför varit
  varje vårt våra vår vem vi via vid vilka vilken vilket vill väl vänligen än är åt även över
  behöva få vänta undra veta bli fråga dag
  a an and are be for from have in is it of on or our that the this to we with you`.split(/\s+/),
)
