/** What `fanben --help` prints. */
export const usage = `用法 / Usage:
  fanben index PATH… --storage DIR [--converter auto|PROGRAM] [--json]
      建立或更新索引；PATH 是文件或文件夹；--converter 用 LibreOffice 转换不能直接读取的文稿
      build or update an index; PATH is a file or a folder; --converter: LibreOffice for what is not read directly
  fanben read FILE [--json]
      按导入后的样子显示一个文件
      show a file as it is imported
  fanben complete --storage DIR --context TEXT [--limit 5] [--background FILE|off] [--model FILE|off] [--json]
      接着这段文字可以怎么写
      what goes on after this text
  fanben passages --storage DIR PHRASE [--limit 10] [--json]
      一个表述出自哪里
      where a phrase occurs
  fanben search --storage DIR WORDS… [--limit 20] [--json]
      含有这些词的句子；可写“原话”、以*为抓手、speaker:周明远 year:2019-2023 title:… occasion:…
      sentences with these words; “exact wording”, gaps (*) and filters may be given
  fanben concordance --storage DIR WORDING [--order right|left|date] [--limit 100] [--out FILE.csv|FILE.docx [--force]] [--json]
      一个表述的各处，按前后的词归类；可存为表格或 Word 文档
      the lines of a wording, grouped by what stands beside it; --out writes them as a table or for Word
  fanben collocates --storage DIR WORD [--limit 20] [--json]
      这个词常与哪些词连用
      the words that go with a word
  fanben variants --storage DIR 以【项目建设】为抓手 [--limit 20] [--json]
      【】里还可以怎么说
      what else stands in the brackets
  fanben history --storage DIR WORDING [--json]
      一个表述各年用了多少、谁说过
      a wording over the years, and who said it
  fanben profile --storage DIR SPEAKER [--json]
      一位讲话人比别人多用的词、句首，句子长短
      what a speaker says more than others
  fanben like --storage DIR SENTENCE [--limit 10] [--json]
      与这句话相近的句子
      sentences like this one
  fanben frames FILE|--storage DIR|--library TARGET… [--json]
      一个文件、整个语料或资料库中的句式
      the parallel structures of a file, of the whole corpus, or of libraries
  fanben outline FILE [--json]
      提纲和序号问题
      the numbered hierarchy and its problems
  fanben check FILE [--storage DIR] [--terms FILE.csv]… [--json]
      检查草稿：与语料重合、残留的他处信息、引文、数字、提法、标点、序号等；查出问题也算完成（退出码 0）
      check a draft: what is taken over, left over, misquoted, figures, wording, marks, numbers; done (0) whatever it finds
  fanben export FILE --out FILE.docx [--force] [--json]
      按公文格式（GB/T 9704-2012）导出 Word；不加 --force 不覆盖已有文件
      export to Word as an official document; replaces no file without --force
  fanben background --corpus PATH… --out FILE [--least 8] [--without FILE]… [--json]
      从一批文章统计常用表述，供补全时打底；--least 是至少出现的次数，--without 的文章及其副本不算在内
      count the set phrases of a collection, as a background of completion; --least: occurrences at least;
      articles of --without, and copies of them, do not count
  fanben publish PATH… --to TARGET [--name NAME] [--licence LINE] [--weight FOLDER=2]… [--blocks auto|always|never] [--storage DIR] [--force] [--json]
      把文稿发布成资料库，供多人使用；TARGET 是文件夹或 s3://存储桶/前缀；--force 全部重新上传，修复损坏的资料库；
      --weight：读者那里某个文件夹的文章算几篇（0.01–100，不写算 1）；
      --blocks：是否另备一份供按需读取（约每字 18 字节），默认两亿字以上才备
      publish files as a library that many can read; TARGET is a folder or s3://bucket/prefix;
      --force sends everything anew, for a library that was damaged; --weight: what an
      article of a folder counts for readers (0.01 to 100, else 1); --blocks: also for reading on demand (some 18 bytes a
      character), by default from 200 million characters on
  fanben mcp --storage DIR [--library TARGET]…
      供 AI 助手查询语料的工具（Model Context Protocol，标准输入输出）；查到的内容会交给接入的助手
      the corpus as tools of an assistant (Model Context Protocol, stdio); what is found goes to that assistant
  fanben serve
      语言服务器（标准输入输出）
      the language server on stdio

  --notes FILE
      文章的更正、排除和保留的行（编辑器里做的）；默认用索引文件夹旁边的，编辑器的索引则用编辑器的
      what was put right, excluded and kept of articles in the editor; by default the file beside the folder of the
      index, or that of the editor whose index it is

  --library TARGET
      同时（或只）从资料库中查；TARGET 是文件夹、https:// 或 s3:// 地址，可写多次
      answer from a library too, or alone; TARGET is a folder, an https:// or an s3:// address; may be repeated
      --on-demand：资料库再小也按需读取，不整个复制下来；地方太多时只看一部分：带 * 或筛选的查找会说明，collocates 和 profile 总是如此
      --on-demand: read a library on demand, however small, instead of fetching all of it; where there are very many places some of them
      are looked at: searches with gaps or filters say so, collocates and profile always do it

  --json   输出 JSON / print JSON
退出码 / Exit code: 0 完成 / done, 1 失败 / failed, 2 用法不对 / usage`;
