/** What is measured and counted in, longest first where one begins with another; the source of a regular expression. */
export const UNIT = [
  '元|吨|公斤|千克|斤|亩|公顷|平方公里|平方千米|平方米|立方米|公里|千米|米|千瓦时|千瓦|度|天|小时',
  '人次|人|户|名|位|家|个百分点|个|项|件|所|座|处|栋|幢|间|台|艘|辆|架|套|条|株|棵|口|眼|孔|支|只|头|匹|羽|份|起|例|宗|期|场|次|册|本|篇|门|道|片|块|组|队|批|路|段|盏|根|张|%|％',
].join('|');
