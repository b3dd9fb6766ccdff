// The small words that open sentences and no names: what follows 'U.S.' tells whether it was the end.

const OPENERS: Readonly<Record<string, string>> = {
  vi: 'các những một theo trong ngoài tại khi sau trước tuy nhưng và để với do vì nếu hiện đến cụ cùng bên riêng tôi chúng người có không được ở về vào ông bà anh chị cô em cháu họ nó đây đó điều việc này mặc dù trên dưới qua hơn nhiều mỗi mọi cả thêm',
  en: 'the a an he she it they we you i but in on at and this that these those his her their its our my there here when while if as after before since for from with by to of or so some many most all not no what who why how where then now however meanwhile also both each such one two three according',
  de: 'der die das ein eine einen einem er sie es wir ihr ich und aber doch auch in im am an auf bei mit nach von vor zu zum zur für über unter wenn als da dann dort hier so wie was wer wo nun noch nur dies diese dieser dieses den dem des man nicht kein keine',
  fr: 'le la les un une des il elle ils elles on nous vous je ce cet cette ces et mais ou donc or dans en au aux à sur sous pour par avec sans selon après avant depuis quand lorsque si que qui son sa ses leur leurs',
  es: 'el la los las un una unos unas él ella ellos ellas yo nosotros y pero o en al a con sin por para según tras desde cuando si que quien su sus este esta estos estas eso esto no lo se también además',
  pt: 'o a os as um uma ele ela eles elas eu nós e mas ou em no na nos nas ao à com sem por para segundo após desde quando se que quem seu sua este esta isso isto não também além',
  it: 'il lo la i gli le un una lui lei loro io noi e ma o in nel nella al alla a con senza per secondo dopo da quando se che chi suo sua questo questa non anche inoltre',
  nl: 'de het een hij zij ze wij we ik en maar of in op aan met zonder voor na van volgens toen als dat die dit deze er ook niet zijn haar hun',
  pl: 'on ona ono oni my ja i a ale w we na z ze po od do za przed przy nie to ten ta te jego jej ich gdy jeśli jak też także',
  ru: 'он она оно они мы я и а но в во на с со по от до за перед при не это этот эта эти его её их когда если как также что кто по-прежнему однако',
};

const KNOWN = new Map(
  Object.entries(OPENERS).map(([language, words]) => [language, new Set(words.split(' '))]),
);
const ALL: ReadonlySet<string> = new Set(Object.values(OPENERS).join(' ').split(' '));

/** Whether a word is one that opens sentences; `language` as its first subtag, null for unknown. */
export const opensSentences = (word: string, language: string | null): boolean =>
  (KNOWN.get(language ?? '') ?? ALL).has(word.toLowerCase());
