import assert from 'node:assert/strict';
import { isFurniture, isRelatedHeading } from '../../../../../src/engine/article/furniture/furniture';
import { trailerStart } from '../../../../../src/engine/article/furniture/trailers';

describe('isFurniture', () => {
  for (const line of [
    '首页 | 新闻中心 | 政务公开 | 联系我们',
    '当前位置：首页 > 领导讲话 > 正文',
    '您现在的位置：网站首页 》 公文写作',
    '设为首页 加入收藏',
    '打印本页 关闭窗口',
    '上一篇：全县教育工作会议召开',
    '微信扫一扫 分享到',
    '扫描下方二维码关注青山发布',
    '长按识别二维码关注我们',
    '公文写作QQ交流群：123456789',
    '原文链接：https://www.example.cn/a/b.html',
    'www.example.cn',
    '京ICP备00000000号 公网安备11000000000000号',
    '版权所有：青山县人民政府办公室',
    '主办：青山县人民政府 技术支持：青山县大数据中心',
    '本帖最后由 青山客 于 2015-5-23 10:00 编辑',
    '游客，如果您要查看本帖隐藏内容请回复',
    '登录后可见',
    '讲话稿.doc（28.5 KB，下载次数：12）',
    '- 3 -',
    '第3页 共12页',
    '（新华社北京4月28日电）',
    '* * *',
    '点击查看大图',
  ]) {
    it(line, () => assert.ok(isFurniture(line, false)));
  }

  it('takes notes about copying at the ends of a page', () => {
    for (const note of [
      '转载请注明出处。',
      '如有侵权，请联系我们删除。',
      '声明：本文来自网络，不代表本站观点。',
      '以上是小编为大家整理的讲话稿，希望对您有帮助。',
    ]) {
      assert.ok(isFurniture(note, true), note);
    }
    assert.ok(isFurniture('凡本网注明来源的作品，未经本网授权不得转载、摘编，版权归青山网所有。', false));
  });

  for (const prose of [
    '首页上的数字好看不算数，群众点头才算数',
    '未经村民代表会议同意，不得擅自使用集体资金，更不得挪作他用',
    '禁止他人未经授权使用其创新成果，是激励机制的内在要求',
    '平台要加强内容审查，从源头打击网络谣言',
    '要加强版权保护，打击侵权行为',
    '关注群众、关心群众，是干部的本分',
    '分享经济是新的增长点',
    '打通堵点，关闭“后门”',
    '建好微信群、QQ群',
    '返回家乡创业的年轻人多了起来',
    '第3页的数字要再核一核',
  ]) {
    it(`leaves prose: ${prose}`, () => assert.ok(!isFurniture(prose, true)));
  }

  it('takes long menus apart: to try every way of cutting them would never end', () => {
    assert.ok(!isFurniture(`${'返回顶部首页'.repeat(300)}末了`, false));
  });
});

describe('isRelatedHeading', () => {
  it('wants the heading of a list, not a sentence', () => {
    assert.ok(
      isRelatedHeading('相关新闻') && isRelatedHeading('【延伸阅读】') && isRelatedHeading('相关链接：青山动态'),
    );
    assert.ok(!isRelatedHeading('相关信息要及时公开') && !isRelatedHeading('相关链接要逐条核实。'));
  });
});

describe('trailerStart', () => {
  it('finds a credit that ends a paragraph', () => {
    for (const credit of [
      '（责编：李四清、王芳）',
      '[责任编辑:李四清]',
      '（记者 李四清）',
      '（本报记者李四清 通讯员王芳）',
      '（作者系青山县委书记）',
      '（来源：青山日报）',
    ]) {
      assert.equal(trailerStart(`再立新功。${credit}`), 5, credit);
    }
  });

  it('leaves brackets that belong to the text', () => {
    for (const line of [
      '落到实处（牵头单位：县发改局）',
      '资金要管好（资金来源：县财政）',
      '要抓紧办（记者站设在县城）',
      '要公开（含来源）',
    ]) {
      assert.equal(trailerStart(line), -1, line);
    }
  });
});
