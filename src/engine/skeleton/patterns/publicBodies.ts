import type { Particular } from '../particulars/particulars';

/** What authorities are in charge of, as they are named everywhere in the country. */
const CHARGE =
  '文明|发展和?改革|发改|教育体育|教育|教体|科学技术|科技|工业和信息化|工信|民族宗教事务|民族|民宗|公安|民政|司法|财政|人力资源和社会保障|人社|自然资源和规划|自然资源|国土资源|生态环境|环境保护|环保|住房和城乡建设|住建|交通运输|交通|水利|水务|农业农村|农业|农牧|商务|文化和旅游|文化广电旅游|文化|文旅|文广旅?|文体|卫生健康|卫健|卫生|退役军人事务|应急管理|应急|审计|国有资产监督管理|国资|市场监督管理|市场监管|统计|医疗保障|医保|信访|林业和草原|林业|林草|粮食和物资储备|粮食|乡村振兴|扶贫(?:开发)?|行政审批服务?|政务服务(?:和?数据管理)?|大数据(?:管理|发展)?|城市管理(?:综合执法)?|城管|综合执法|税务|气象|烟草专卖|邮政管理|地震|供销|档案|老干部|机关事务(?:管理|服务)?|投资促进|招商|金融工作|金融监管|体育|园林|房产|规划|能源|药品监督管理|知识产权|广播电视';
const MINISTRY =
  '公安|教育|财政|水利|商务|民政|司法|国防|外交|农业农村|自然资源|生态环境|交通运输|住房和城乡建设|人力资源和社会保障|工业和信息化|科学技术|科技|文化和旅游|退役军人事务|应急管理';
const RANK = '(?:国家|自治区|[省市县区州旗盟])';
/** Bodies with a name of their own kind, behind a rank or a committee: 县人民武装部, 市委政法委. */
const OTHERS =
  '(?:第[一二三四五])?人民医院|中医院|妇幼保健院|供销(?:合作)?社|消防救援(?:大队|支队|总队)|农科院|农业科学院|社科院|农信联社|农信社|农村信用社|疾控中心|人民武装部|武装部|军分区|军区|警备区|政法委(?:员会)?|纪委监委|纪委|监委|组织部|宣传部|统战部|编办|党校|总工会|妇联|妇女联合会|工商联|科协|文联|残联|残疾人联合会|侨联|红十字会|慈善总会|(?:中级|高级)?(?:人民)?法院|(?:人民)?检察院|安委办|人武部';

const PATTERNS = [
  `${RANK}(?:委|政府)?(?:${CHARGE})(?:局|厅|署|委员会|委(?!托|任|派)|办公室|办(?![好实理事公学成得法])|总队|支队|大队|中心)`,
  `${RANK}委?(?:${OTHERS})`,
  `(?:中国)?(?:人民|工商|农业|建设|交通|邮政储蓄|农商|农村商业|农发|招商|民生|光大|浦发|国家开发)银行(?:[省市县区]?(?:分行|支行))?`,
  `武警[^，。、]{1,6}?(?:部队|部|支队|中队|大队)`,
  `中共[^，。、]{2,5}[省市县区镇乡]委(?:员会)?`,
  `团[省市县区州]委|共青团[^，。、]{1,4}委(?:员会)?`,
  `(?<![\\u4e00-\\u9fff])(?:${CHARGE})(?:局|厅)(?![面部])`,
  `(?:${MINISTRY})部(?![门署分长队队级件])`,
].map(source => new RegExp(source, 'g'));
/** 全县公安, 我市教育: a rank that is no beginning of a name. */
const NO_RANK = /[全我本各该外]$/;

/**
 * Authorities, courts and associations: what they are called is the same in every county, so that a list of what they are in charge
 * of tells them. `刚才，县卫生健康局作了发言` → 县卫生健康局. A place in front of the rank is theirs: 青禾县财政局.
 */
export function publicBodies(text: string, places: ReadonlySet<string>): Particular[] {
  return PATTERNS.flatMap(pattern =>
    [...text.matchAll(pattern)].flatMap(({ index, 0: body }) => {
      const before = text.slice(Math.max(0, index - 4), index);
      if (NO_RANK.test(before)) return [];
      const place = [...places].find(name => before.endsWith(name)) ?? '';
      const start = index - place.length;
      const end = index + body.length;
      return [{ start, end, name: '单位', text: text.slice(start, end) }];
    }),
  );
}
