import { CHARGE } from '../../patterns/bodyNames';
import { beside } from './beside';
import type { NameInside } from './nameInside';

/** What a body is in charge of, which then stands for the body: 水务、供电、公安部门. */
const DUTY = new RegExp(
  `^(?:${CHARGE}|供电|供水|供热|供气|燃气|热力|电力|电信|通信|移动|联通|铁塔|邮政|铁路|民航|海事|渔政|路政|运管|广电|网信|保密|文物|宗教|环卫|市政|园林|交警|消防|武警|特警|边检|边防|海关|市监|药监|疾控|血站|银行|工会|法院|检察|共青团|妇联|残联|科协|编办|社工|工行|农行|中行|建行|交行|农发行|国开行|邮储|民革|民盟|民进|农工党|致公党|九三学社|台盟)$`,
);
const PART = /^[\u4e00-\u9fff]{2,6}/;

/** Signs of a bare body: what it does, who stands beside it in a list, whether 部门 or an order follows. */
export function dutySigns({
  candidate: { text: name, start, end },
  paragraph: { text },
  before,
  after,
}: NameInside): string[] {
  if (!DUTY.test(name)) return [];
  const left = /([\u4e00-\u9fff]{2,6})、$/.exec(text.slice(Math.max(0, start - 7), start))?.[1] ?? '';
  const right = text[end] === '、' ? (PART.exec(text.slice(end + 1, end + 7))?.[0] ?? '') : '';
  const isDuty = (item: string, from: 'start' | 'end') =>
    [2, 3, 4, 5, 6].some(length => DUTY.test(from === 'end' ? item.slice(-length) : item.slice(0, length)));
  const mates = (isDuty(left, 'end') ? 1 : 0) + (isDuty(right, 'start') ? 1 : 0);
  const follows = /^(?:部门|系统|等|要|负责|牵头|的|局长|工作|事业)/.exec(text.slice(end, end + 2))?.[0] ?? 'other';
  return [
    'duty',
    `duty mates ${mates}`,
    `duty in list ${(left ? 1 : 0) + (right ? 1 : 0)}`,
    `duty follows ${follows}`,
    `duty before ${beside(before, 'start')}`,
    `duty after ${beside(after, 'end')}`,
    `duty mates ${mates} ${beside(right || left ? undefined : after, 'list')}`,
  ];
}
