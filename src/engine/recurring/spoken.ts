import { dateLine } from '../article/metadata/dates/dateLine';
import { endRoles } from '../officialDocument/endRoles';
import { parseMarker } from '../outline/marker';
import { SALUTATION } from '../skeleton/exemplar/roles';

/** Openings and closings of speeches, reports and letters, which every article of a writer may share. */
const FORMULA =
  /^(?:同志们|朋友们|大家好|谢谢|此致|敬礼|特此|以上(?:报告|意见|汇报|发言|建议|情况|是我|就是)|完毕|报告完毕|汇报完毕|最后|让我们|祝|预祝|现(?:将|就|在))|(?:各位|同志们|女士们|先生们|乡亲们|同学们|老师们)[^。]{0,20}[，：！]|谢谢(?:大家|各位)|让我们|(?:我|谨|受[^，。]{2,20}委托)，?[^，。]{0,6}代表|[我谨][^，。]{0,10}(?:宣布|表示|祝)|请予?[^，。]{0,8}(?:审议|审查|批评指正|批示|批准|指示|函复)|妥否|如有不妥|不当之处|我的(?:发言|讲话|汇报|报告|述职|致辞)|(?:发言|讲话|汇报|报告|述职)(?:完毕|到此|结束)|祝[愿大各]|特此(?:报告|通知|通告|函|证明|说明)/;

/** Headings without a number. */
const HEADING = /^(?:前言|引言|导言|序言?|小引|结束语|结语|后记|附则|总则)[。．.]?$/;

/** A subtitle, part of the title: ——在全县工作会议上的讲话 */
const SUBTITLE = /^[—–-]{1,2}/;

/** The end of an exclamation or a question: a paragraph that was spoken, for page furniture never ends so. */
const CRY = /[！？][”’]?$/;

/** What ends like the name of a body, and is a place on the web. */
const PAGE = /(?:网站?|网页|公众号|客户端|文库|论坛)$/;

/**
 * Is a paragraph at the beginning or the end of an article part of what is said or signed, however often it recurs: a salutation,
 * a numbered heading, a formula of opening or closing, a signature with its date?
 */
export function isSpoken(text: string): boolean {
  return (
    SALUTATION.test(text) ||
    FORMULA.test(text) ||
    HEADING.test(text) ||
    SUBTITLE.test(text) ||
    CRY.test(text) ||
    parseMarker(text) !== null ||
    dateLine(text) !== null ||
    (endRoles([text], 0).size > 0 && !PAGE.test(text))
  );
}
