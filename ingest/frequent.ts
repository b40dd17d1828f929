/** Characters and punctuation that make up a third of any Chinese prose, in either script. Wrong decodings hit rare ones instead. */
export const frequentCharacters = new Set(
  '的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過发發后後作里裡用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心本前开開但因只从從想实實日月新市区區公工员員报報民记記者、。，：；？！“”（）',
);
