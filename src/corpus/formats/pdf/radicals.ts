/** Radicals that fonts give for the characters they look like, and NFKC leaves alone: CJK Radicals Supplement. */
const SUPPLEMENT =
  '⺁厂⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋卩⺌小⺍小⺎尢⺏尣⺐尣⺑尣⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歹⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺴网⺵网⺶羊⺷羊⺸羊⺹老⺺聿⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';
const CHARACTER_OF: ReadonlyMap<string, string> = new Map(
  Array.from({ length: SUPPLEMENT.length / 2 }, (_, i) => [SUPPLEMENT[2 * i]!, SUPPLEMENT[2 * i + 1]!]),
);
/** Signs as vertical writing sets them. */
const VERTICAL =
  '︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︱—︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹇［﹈］';
const LEVEL_OF: ReadonlyMap<string, string> = new Map(
  Array.from({ length: VERTICAL.length / 2 }, (_, i) => [VERTICAL[2 * i]!, VERTICAL[2 * i + 1]!]),
);
const ODD = /[\u2e80-\u2fdf\uf900-\ufaff\ufe10-\ufe19\ufe31-\ufe48]/g;

/** ⼀国⼯⻓ → 一国工长, ︵三︶ → （三）: many PDFs name the radical where they mean the character, or the sign as it is turned. */
export function withoutRadicals(text: string): string {
  return text.replace(ODD, sign => CHARACTER_OF.get(sign) ?? LEVEL_OF.get(sign) ?? sign.normalize('NFKC'));
}
