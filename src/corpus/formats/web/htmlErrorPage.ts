import { countHan } from '../../../engine/text/han';

/** What a server or a site shows in the place of an article. */
const ERROR =
  /^\s*(?:[45]0[0-9]\b|error\b)|not found|bad gateway|service unavailable|forbidden|gateway time-?out|页面?(?:不存在|已?(?:被)?删除|没有找到|未找到|找不到|走丢|丢失)|(?:找不到|未找到|没有找到).{0,8}(?:页面?|网页|文件|内容)|(?:访问|网页|页面|服务器|系统)(?:出错|错误|异常|超时)|(?:无法|禁止|拒绝)访问|验证码|安全验证|访问验证|(?:用户|会员|统一)?登录$/i;
const LONGEST_HAN = 120;

/** Is a page with this title and text an error or a login page? An article says more. */
export function isErrorPage(title: string, text: string): boolean {
  return countHan(text) <= LONGEST_HAN && (ERROR.test(title.trim()) || ERROR.test(text.split('\n')[0]!));
}
