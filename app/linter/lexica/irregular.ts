/** Irregular verbs: base/past/participle, the last left out where it is as the past. Those with a prefix follow theirs. */
export const irregular = `
  be/was/been become/became/become begin/began/begun break/broke/broken bring/brought build/built buy/bought catch/caught
  choose/chose/chosen come/came/come cut/cut deal/dealt do/did/done draw/drew/drawn drive/drove/driven fall/fell/fallen
  feel/felt find/found forget/forgot/forgotten get/got/gotten give/gave/given go/went/gone grow/grew/grown have/had hear/heard
  hide/hid/hidden hit/hit hold/held keep/kept know/knew/known lead/led leave/left let/let lose/lost make/made mean/meant
  meet/met pay/paid put/put read/read ride/rode/ridden rise/rose/risen run/ran/run say/said see/saw/seen sell/sold send/sent
  set/set show/showed/shown shut/shut sleep/slept speak/spoke/spoken spend/spent split/split spread/spread stand/stood
  stick/stuck take/took/taken teach/taught tell/told think/thought throw/threw/thrown understand/understood wake/woke/woken
  win/won write/wrote/written
`
