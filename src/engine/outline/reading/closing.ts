/** How a speech turns to its audience for the last time. */
const ADDRESS =
  /^[\s　]*(?:同志们|各位(?:代表|委员|同志|领导|同事|来宾|朋友|老师|乡亲)|老师们|同学们|朋友们|乡亲们|女士们)[^。]{0,12}[！!，,：:]/;

/** How it takes its leave where it does not. */
const LEAVE = /^[\s　]*(?:谢谢(?:大家|各位)|我的(?:讲话|发言|汇报|报告)(?:就到这里|到此结束|完了))/;

/**
 * The paragraph with which the closing words begin, behind the last numbered one (`lastNumbered`, 0-based):
 * 同志们，让我们…. They belong to the whole speech, not to its last section. `paragraphs.length` if there are none.
 */
export function closingParagraph(paragraphs: readonly string[], lastNumbered: number): number {
  // The last address is the farewell; an earlier one may open a passage of the section.
  const address = paragraphs.findLastIndex(text => ADDRESS.test(text));
  if (address > lastNumbered) return address;
  const leave = paragraphs.findIndex((text, paragraph) => paragraph > lastNumbered && LEAVE.test(text));
  return leave < 0 ? paragraphs.length : leave;
}
