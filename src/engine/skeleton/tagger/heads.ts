/** What the last word of a name says it is. `water` and `site` have heads of one character. Regular expressions. */
const HEADS: readonly (readonly [kind: string, heads: string])[] = [
  [
    'authority',
    '中心|军区|军分区|警备区|税务所|监管所|财政|监委|委员会|纪委|办公室|[局厅署]|安委办|总队|支队|大队|中队|委|办|部|党校|武装部|组织部|宣传部|总工会|妇联|工商联|科协|文联|残联|法院|检察院|法庭|派出所|派出所|司法所|人大|政协|政府|县委|市委|省委|特委|[工]委',
  ],
  ['firm', '有限责任公司|有限公司|公司|集团|银行|农商行|合作社|供销社|联社|厂|矿|电站|工厂|饭店|宾馆|酒店|超市|商场'],
  [
    'trade',
    '(?:铝|铜|锂|钼|镍|硅|药|茶|酒|糖|盐|面|米|肉|禽|果|菌|种|乳|牧|渔|木|纸|矿|煤|酱|置|实|陶|瓷|针|棉|毛)业|化工|纺织|食品|陶瓷|电子|科技|智造|制造|能源|储能|光能|光伏|光电|材料|新材|医药|生物|机械|重工|汽车|物流|农服|农业|农牧|建材|钢铁|特钢|水泥|服饰|鞋服|服装|皮革|家居|家具|门窗|电器|电气|股份|控股|地产|国际|冶炼|水务|热力|燃气|供电|电力|电网|通信|软件|智能|智联|环保|粮油|油脂|制药|传媒|文旅|物业|饲料|半导体|微电子|芯片|动力|航空|航天|船舶|造船|稀土|焦化|玻璃|卫浴|包装|印刷|水产|果蔬|花卉|苗木|担保|租赁|路桥|市政|电建|石化|石油|城投|交投|农投|国投|时代|创新|纸品|日化|家纺|木器|精工|数控|铸造|锻造|轮胎|橡胶|塑业|塑胶|电缆|线缆|仪表|阀门|轴承|模具|压铸|月柿|苹果|猕猴桃|梨|茶|酒|大米|蜜橘|脐橙|苗绣|剪纸',
  ],
  [
    'school',
    '中学|小学|大学|学校|学院|一中|二中|三中|四中|高中|初中|幼儿园|职教中心|教学点|校区|医院|卫生院|卫生室|敬老院|福利院|养老院|研究所|研究院|设计院|[华西东中南北]+院|实验室|基金会|红十字会|研究会|促进会|协会|商会|联合会|救援队|志愿队|服务队|电视台|报社|出版社|旅行社|林场|农场|牧场|合作区|剧团|乐团|讲习所|调解室',
  ],
  [
    'project',
    '工程|项目|行动|计划|课堂|讲堂|大赛|比赛|竞赛|联赛|世界杯|运动会|论坛|时装周|世博会|峰会|二期工程|一期工程|大会|会议|年会|交流会|博览会|展销会|推介会|洽谈会|对接会|文化节|旅游节|艺术节|[\\u4e00-\\u9fff]{1,2}节|马拉松|品牌|基金|奖学金|奖|案例|平台|整治|线路|二期|一期|三期|航道|水库|电厂|机组|名录|称号|经验|模式|工作法|特大暴雨|暴雨|洪水|洪灾|台风|地震|事故|事件|案件|疫情|专案',
  ],
  [
    'zone',
    '产业园区|工业园区|产业园|工业园|科技园|物流园|园区|开发区|高新区|经开区|综保区|保税区|示范区|试验区|新区|新城|景区|保护区|湿地公园|森林公园|都市圈|城市群|经济带|基地|口岸|三角洲|三角',
  ],
  [
    'site',
    '菜市场|市场|天主堂|教堂|学堂|清真寺|灌区|泵站|热源厂|猪场|养殖场|采石场|安置房|实训楼|教学楼|断面|草原|操场|交叉口|路口|国道|省道|高架|环线|商业街|步行街|夜市|体育馆|图书馆|博物馆|文化馆|纪念馆|展览馆|礼堂|会堂|剧院|纪念碑|烈士陵园|陵园|古镇|古城|小区|花园|大厦|小镇|公园|广场|水库|大道|大桥|隧道|铁路|高铁|高速公路|高速|机场|车站|火车站|码头|港|社区|社区|渡口|险段|枢纽|湿地|书屋|书院|新村|村|寨|屯|沟|湾|坪|岭|峡|关|口|堡|坝|滩|庄|店|桥|潭|铺|垸|园|馆|苑|亭|塔|楼|阁|泡|嘴|坳|里|段',
  ],
  ['water', '河|江|湖|溪|渠|山|海|岛|港|寺|街|路|峰|川|泉'],
];
const TABLE = HEADS.map(([kind, heads]) => ({
  kind,
  ends: new RegExp(`(?:${heads})$`),
  begins: new RegExp(`^(?:${heads})`),
}));
/** No head is longer, in UTF-16 code units. */
const LONGEST = 6;

/** The last word of a name, by what it says the name is of. */
export interface Head {
  readonly kind: string;
  readonly length: number;
}

/** The longest head that a text ends with: 青禾县人民医院 → school, 2. */
export function headOf(text: string): Head | undefined {
  const last = text.slice(-LONGEST);
  return longest(({ ends }) => ends.exec(last)?.[0].length ?? 0);
}

/** The longest head that a text begins with. */
export function headAt(text: string): Head | undefined {
  const first = text.slice(0, LONGEST);
  return longest(({ begins }) => begins.exec(first)?.[0].length ?? 0);
}

function longest(lengthOf: (row: (typeof TABLE)[number]) => number): Head | undefined {
  let best: Head | undefined;
  for (const row of TABLE) {
    const length = lengthOf(row);
    if (length > (best?.length ?? 0)) best = { kind: row.kind, length };
  }
  return best;
}
