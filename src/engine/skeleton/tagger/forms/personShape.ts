/** Family names, frequent and less frequent; also those that begin words. */
const SURNAMES =
  /^(?:[王李张刘习陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于余蒋蔡杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏卫米柏宗瞿桂佟应臧闵苟邬边卞姬仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥班储栗燕楚鄢劳谌奚粟冼蔺楼满闻仝郜阚强帅拓屠阙郇綦逯逄亓訾笪禹冶皮荀赖邸仉揭漆谯芮狄茹桓邴蔚薄勾公类]|欧阳|上官|司马|诸葛|皇甫|令狐|东方|慕容|宇文|轩辕)/;
const FAMILIAR = /^[老小阿].$|^.[总工某董]$|^.某[^某]$/;

/** Could it be somebody's name, by its shape? 陈望春, 韩冬, 老韩, 吴总, 阿力. */
export function isPersonShaped(text: string): boolean {
  if (!/^[\u4e00-\u9fff]{2,4}$/.test(text)) return false;
  const surname = SURNAMES.exec(text)?.[0].length ?? 0;
  const given = text.length - surname;
  return (surname > 0 && given >= 1 && given <= 2) || FAMILIAR.test(text);
}
