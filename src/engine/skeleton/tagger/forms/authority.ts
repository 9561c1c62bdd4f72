import { CHARGE, MINISTRY, OTHERS, RANK } from '../../patterns/bodyNames';

/** A whole name of an authority, court or association: 县财政局, 住建局, 县人民武装部, 工商银行, 公安部. */
export const AUTHORITY = new RegExp(
  `^(?:中共[\\u4e00-\\u9fff]{2,4}?)?(?:${RANK}(?:委|政府)?)?(?:(?:${CHARGE})(?:分局|局|厅|署|委员会|委|办公室|办|总队|支队|大队|中心|所)|${OTHERS}|(?:${MINISTRY})部|(?:人民|工商|农业|建设|交通|邮政储蓄|农商|农村商业|农发|招商|民生|光大|浦发|国家开发|村镇)银行(?:[省市县区]?(?:分行|支行))?|农商行|政法委|[团][省市县区州]委)$`,
);
