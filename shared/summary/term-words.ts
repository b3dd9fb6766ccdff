// Small words by language: where a phrase begins and ends. No dictionary, only what stands in every text.

const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  vi: 'và của là các những một hai ba cho với trong ngoài được không để này đó khi đã sẽ đang tại từ đến về theo như cũng nhưng vì do bị ra vào lên xuống trên dưới sau trước giữa cùng nhiều ít rất hơn nhất nào gì ai đây kia thì mà nên phải còn vẫn chỉ đều mọi mỗi từng qua lại nếu hay hoặc bởi tuy ông bà anh chị em cô chú bác cháu tôi họ nó chúng mình ta người năm tháng ngày giờ phút tuần hôm nay vừa mới rồi sáng chiều tối trưa đêm lần khoảng gần biết nói rằng thêm làm có thể cần muốn lúc việc điều cách nhằm trở bao thấy đi xin ở đầu cuối tới nhau cả lấy đưa riêng gồm số mức ngay luôn quá bằng thứ sao đâu chưa tự gọi bên phía khác đối quanh hết mất dù ảnh giúp xảy dẫn tiếp cụ nằm mang đạt dành gặp đặt đủ ấy nhờ mặc dịp phần loại chiếc con cái hồi song xem bắt hỏi trả tính bạn nhìn nghĩ hãy vậy thế biệt mấy vài',
  en: 'a an the and or but nor so yet if then than that this these those there here it its itself he him his she her hers they them their theirs we us our ours you your yours i me my mine who whom whose which what when where why how is are was were be been being am do does did done doing have has had having will would shall should can could may might must not no yes of in on at by for with from to into onto upon about over under after before between among through during against without within across along around behind beyond near off out up down again back away all any both each every few more most much many other another some such own same only just also too very even still ever never always often now already soon once because while although though until since as like unlike despite per via said say says saying told tell tells added according asked reported year years month months week weeks day days today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december time times new last first second next one two three four five six seven eight nine ten people man men woman women thing things way ways lot part make makes made making take takes took taken taking get gets got getting go goes went going come comes came coming see seen saw know known think thought want wanted need needed use used using give gave given put set let keep kept show showed shown well good better best big long old great little high early late later earlier right however including include included expected called found believe believes became become despite latest recent recently already almost several whether following set number million billion per cent percent bn m mr mrs ms dr sir left every likely able around really don doesn didn isn wasn won couldn wouldn ll ve re est gmt pm am however hit end look looking says start started run while ahead against though half bid side work working during plan plans home move decision help lead face hope far clear ago under public read story stories either neither',
  de: 'der die das den dem des ein eine einen einem einer eines und oder aber doch auch nicht kein keine keinen er sie es wir ihr ich ihm ihn ihnen uns euch sich mein dein sein seine seiner seinen seinem ihre ihrer ihren ihrem unser ist sind war waren wird werden wurde wurden worden hat haben hatte hatten kann können konnte soll sollen sollte muss müssen will wollen in im an am auf bei mit nach von vom vor zu zum zur für über unter aus durch gegen ohne um bis seit während wegen zwischen hinter neben als wie wenn dass ob weil da dann dort hier so sehr noch nur schon mehr viel viele immer wieder was wer wo welche dies diese dieser dieses diesem diesen jene alle allem allen damit dazu davon dabei sowie etwa rund laut sagte sagt heute gestern morgen jahr jahre jahren jahres tag tage tagen monat woche prozent millionen milliarden euro neue neuen neuer zwei drei ersten erste uhr mann frau menschen zeit teil ende angaben mrd mio mal rahmen seite',
  fr: 'le la les un une des du de d l au aux et ou mais donc or ni car que qui quoi dont où ce cet cette ces c se s son sa ses leur leurs mon ma mes ton notre nos votre il elle ils elles on nous vous je j tu me m te t lui eux y en n ne pas plus moins très est sont était étaient été être sera a ont avait avoir fait faire peut peuvent doit dans sur sous pour par avec sans selon après avant depuis pendant entre vers chez contre si comme quand lorsque tout tous toute toutes même aussi encore déjà ainsi alors cela ça ici deux trois an ans année années jour jours mois semaine lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre qu dit déclaré million millions premier première nouveau nouvelle autre autres',
  es: 'el la los las lo un una unos unas de del al a y e o u pero que quien cual cuyo como cuando donde si no ni en con por para sin sobre según tras desde hasta entre contra ante su sus mi tu se le les me te nos es son era eran fue fueron ser sido está están estar ha han había haber hay hace hacer puede pueden debe este esta estos estas ese esa eso esto aquel más menos muy ya también además aún todo todos toda todas otro otra otros otras él ella ellos ellas yo nosotros año años día días mes meses semana lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre dos tres dijo afirmó aseguró millones primer primera nuevo nueva parte así porque mientras sino cada durante',
  pt: 'o a os as um uma uns umas de do da dos das em no na nos nas ao à aos às por pelo pela pelos pelas para com sem sob sobre e ou mas que quem qual como quando onde se não nem é são era eram foi foram ser sido está estão estar tem têm tinha ter há fazer pode podem deve seu sua seus suas meu minha este esta estes estas esse essa isso isto aquele mais menos muito já também ainda todo todos toda todas outro outra outros outras ele ela eles elas eu nós você ano anos dia dias mês meses semana dois duas três disse afirmou milhões primeiro primeira novo nova até entre desde após durante segundo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo porque assim cada lhe lhes me',
  it: 'il lo la i gli le l un uno una di del dello della dei degli delle d a al allo alla ai agli alle all da dal dalla dai dalle dall in nel nella nei nelle nell su sul sulla sui sulle con per tra fra e ed o ma se che chi cui non né è sono era erano stato stata stati essere ha hanno aveva avere può possono deve suo sua suoi sue loro mio questo questa questi queste quello quella più meno molto già anche ancora tutto tutti tutta altro altra altri lui lei egli io noi voi si ci ne come quando dove dopo prima durante secondo contro senza anno anni giorno giorni mese due tre milioni primo prima nuovo nuova così perché',
  nl: 'de het een en of maar dat die dit deze er hij zij ze wij we ik je jij u men in op aan met zonder voor na van naar bij door over onder tussen tegen om uit tot te is zijn was waren wordt worden werd werden heeft hebben had kan kunnen moet moeten zal zou wil niet geen ook nog al meer veel zeer haar hun zijn mijn ons als dan toen wat wie waar hoe jaar jaren dag dagen week maand twee drie zegt zei volgens miljoen eerste nieuwe andere alle wel weer zo',
  pl: 'i a o w we z ze na do od po za przed przy pod nad dla u że żeby by to ten ta te tego tej tym jest są był była było były być będzie będą nie tak się co kto który która które którzy jak jako jego jej ich mu im go oraz lub ale czy gdy już także też tylko bardzo może można przez między roku lat dnia dni dwa trzy powiedział mln osób',
  ru: 'и в во на с со к ко по от до за из у о об обо под над при про для без через между перед не ни но а или что чтобы как так это этот эта эти этого этой этом тот та те того он она оно они его её ее их им ему ей мы нас я мне вы кто который которая которые которого которых был была было были быть есть будет будут уже ещё еще также только если когда где то же ли бы более менее очень после во время год года году лет день дня месяц два три сказал заявил сообщил млн все всех всего свой свою своей своих может можно',
  uk: 'і й та в у на з зі із до від за для по при під над про не ні але або що щоб як так це цей ця ці цього він вона воно вони його її їх ми я який яка які був була було були бути є буде вже ще також тільки якщо коли де після року рік років сказав заявив',
  id: 'yang dan di ke dari untuk dengan pada dalam oleh ini itu adalah akan telah sudah tidak juga atau karena sebagai bahwa dapat bisa ada para secara kata ujar tersebut lebih masih saat hari tahun ia dia mereka kami kita saya tak agar serta hingga',
  tr: 've bir bu da de ile için olarak daha çok en gibi ne o ki ama ancak olan oldu olduğu dedi değil sonra kadar göre ise her yıl gün iki var yok',
  ar: 'في من على إلى عن مع أن إن أو ثم لا ما لم لن قد كان كانت يكون هذا هذه ذلك تلك التي الذي الذين هو هي هم بين بعد قبل عند حتى كما أيضا حيث خلال كل بعض غير أكثر وقال قال وأضاف أضاف وأن وفي ومن وقد وكان اليوم أمس عام يوم فيه فيها منه منها به بها له لها عليه عليها',
  fa: 'و در به از که این آن را با برای است بود شد شده می های ها یک بر تا هم نیز اما یا هر او آنها خود کرد گفت دارد اند باید سال روز',
  ur: 'کے کی کا میں سے ہے نے کو پر اور کہ یہ وہ اس ان بھی تھا تھی تھے ہیں ہو کیا ہوئے گیا گئی گئے کر کرنے کرتے لیے ساتھ بعد نہیں جو تو ہی ایک دو اپنے اپنی تک کہا جا رہا رہے رہی والے والی ہوا ہوئی دیا انہوں سال دن',
  he: 'של את על עם אל מן כי לא גם או אם זה זו הוא היא הם הן אני אנחנו היה הייתה היו כל יותר רק אך אבל אשר בין אחרי לפני כדי אמר שנה יום',
  hi: 'के की का में से है ने को पर और कि यह वह इस उस इन उन भी था थी थे हैं हो गया गई गए कर करने करते लिए साथ बाद नहीं जो तो ही एक दो अपने अपनी अपना तक कहा जा रहा रहे रही वाले वाली हुआ हुई हुए दिया किया किए होने ये वे कुछ बताया साल दिन',
  bn: 'এবং ও এই সেই যে তার তাদের তিনি জন্য থেকে করে করা হয় হয়েছে ছিল না কিন্তু সঙ্গে একটি এক বলেন পর মধ্যে আর',
  zh: '的 了 在 是 和 与 與 及 或 也 都 就 而 但 但是 因为 因為 所以 如果 这 這 那 这个 這個 那个 这些 那些 他 她 它 我 你 他们 她们 我们 他們 我們 有 没有 沒有 不 不是 被 把 将 將 从 從 向 对 對 于 於 以 为 為 到 由 等 中 上 下 里 后 後 前 时 時 内 外 之 其 此 还 還 又 再 很 更 最 已 已经 已經 会 會 可以 能 要 说 說 表示 称 稱 指出 一 一个 一個 一些 两 二 三 个 個 年 月 日 今天 昨天 目前 以及 进行 進行 通过 通過 根据 根據 据 地 得 着 過 过 让 使 名 位 次 约 超过 其中 并 并且 同时 同時 来 去 达',
  ja: 'こと もの ため よう それ これ あれ ここ そこ とき ところ 年 月 日 時 分 人 など 的 者 中 後 前 間 方 上 下 化 氏 さん 今 何 今回 約 同 各 第 一 二 三',
  th: 'และ หรือ ที่ ซึ่ง ใน ของ เป็น มี ได้ ให้ ว่า จะ ไม่ กับ จาก โดย เพื่อ แต่ ก็ นี้ นั้น แล้ว ไป มา อยู่ คือ ถึง ตาม เมื่อ ต้อง ยัง อีก ทั้ง กว่า การ ความ คน ผู้ เขา เธอ เรา พวก ทุก หลาย บาง วัน ปี เดือน ขณะ ต่อ กล่าว เปิดเผย ระบุ พบ ทำ ทำให้ ขึ้น ลง ออก เข้า ด้วย หาก เพราะ ก่อน หลัง ระหว่าง นาย นาง น.ส. สามารถ เช่น ไว้ นำ ใช้ ตั้งแต่ แห่ง รับ เพิ่ม มาก กัน เอง จึง ส่วน อย่าง รวม ครั้ง ดังกล่าว',
  ko: '그 이 저 것 수 등 및 또 또는 그리고 그러나 하지만 있다 없다 했다 한다 된다 됐다 이다 있는 없는 하는 한 할 된 위해 대한 대해 통해 따르면 관련 지난 이날 오는 올해 지난해 말했다 밝혔다 전했다 때 더 약 명 년 월 일 씨 두 세 모두 현재 함께 이번 가장 많은 이후 경우 중 같은 큰 때문에 따라 있습니다 했습니다 합니다',
};

/** Titles in front of names, which the names go without. */
const TITLES: Readonly<Record<string, string>> = {
  vi: 'ông bà anh chị em cô chú bác cháu cụ bé hlv gs pgs ts ths bs ls ks nsnd nsưt pv mc',
  en: 'mr mrs ms miss dr prof professor sir lord lady dame president vice prime minister chancellor secretary senator sen rep gov governor general gen col colonel lt capt captain sgt sergeant maj major judge justice king queen prince princess pope chief executive director chairman analyst coach mayor congressman attorney officer detective inspector former',
  de: 'herr frau dr prof bundeskanzler bundeskanzlerin kanzler kanzlerin präsident präsidentin minister ministerin bürgermeister',
  fr: 'm mm mme mlle président présidente ministre',
  es: 'sr sra presidente presidenta ministro ministra don doña',
  pt: 'sr sra presidente presidenta ministro ministra',
  it: 'presidente ministro ministra premier',
  id: 'presiden menteri gubernur bupati wali kota',
};

/** Small words that stand inside names: 'Bank of England', 'Cristina Fernández de Kirchner'. */
export const NAME_LINKS: ReadonlySet<string> = new Set(
  'of de da do dos das del della di du des la le van von der den el al bin ibn la las los y e'.split(
    ' ',
  ),
);

/** How the names of Vietnamese institutions begin: in lower case from there on, up to the next capitals. */
export const VIETNAMESE_HEADS: ReadonlySet<string> = new Set(
  'cty ủy_ban uỷ_ban hội_đồng hội bộ sở ban văn_phòng công_an công_ty tòa_án toà_án viện trường đại_học bệnh_viện cục tổng_cục tổng_công_ty chi_cục phòng quân_khu đoàn đảng mặt_trận liên_đoàn liên_hiệp liên_minh ngân_hàng tập_đoàn trung_tâm quỹ hiệp_hội học_viện báo đài nhà_máy nhà_hát kho_bạc thanh_tra cảnh_sát câu_lạc_bộ giải luật nghị_định nghị_quyết tạp_chí cơ_quan vụ sân_bay cảng nhà_xuất_bản đội_tuyển chi_nhánh tổng_hội công_đoàn hội_nghị diễn_đàn bến_xe công_viên chợ nhà_thờ khu_đô_thị khu_công_nghiệp khu_du_lịch sân_vận_động đền chùa'
    .split(' ')
    .map((head) => head.replaceAll('_', ' ')),
);

/** With a capital or without, no name begins with these. */
export const NEVER_NAMES: ReadonlySet<string> = new Set(
  'theo tại trong khi sau những các nhưng tuy và của được đây i ok monday tuesday wednesday thursday friday saturday sunday january february march july september october november december am pm et edt est pdt gmt calif updated published montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz juni juli oktober dezember senin selasa rabu kamis jumat sabtu minggu'.split(
    ' ',
  ),
);

/** Countries and continents of one syllable: a capital that begins no longer name. */
export const VIETNAMESE_COUNTRIES: ReadonlySet<string> = new Set(
  'mỹ nga anh pháp đức ý úc nhật hàn lào thái ấn bỉ áo âu á phi'.split(' '),
);

/** Common family names, with which a person's name begins right after an office. */
export const VIETNAMESE_SURNAMES: ReadonlySet<string> = new Set(
  'nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trương lưu đoàn mai trịnh phùng cao đào lương tạ tô hà thái chu quách kiều tống đàm tăng lâm'.split(
    ' ',
  ),
);

/** What names a kind of place or house, and goes before its name: after it even a person's name is the place's. */
export const VIETNAMESE_PLACES: ReadonlySet<string> = new Set(
  'tỉnh huyện xã phường quận phố thôn ấp làng bản đường trường học viện tp tx thị'.split(' '),
);

/** Acronyms that stand in every paper and name nobody. */
export const GENERIC_ACRONYMS: ReadonlySet<string> = new Set(
  'ubnd hđnd tp tx hlv đh thpt thcs clb pv tand vksnd sn ubmttq bch btc gđ pgđ ceo tv mc am pm vtv nđt dn hcm usd vnđ vnd hn vn tnhh cp csgt pccc sgk'.split(
    ' ',
  ),
);

const bySyllable = (words: string): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  for (const word of words.split(' ')) {
    const [first = '', second = ''] = word.split('_');
    found.set(first, (found.get(first) ?? new Set()).add(second));
  }
  return found;
};

/** Vietnamese words that have a small word for a syllable, and are none: their second syllables by the first. */
export const VIETNAMESE_COMPOUNDS: ReadonlyMap<string, ReadonlySet<string>> = bySyllable(
  'đầu_tư nước_ngoài hàng_không không_khí không_gian không_quân không_lưu tự_do thống_nhất tồn_tại con_người địa_chỉ chỉ_đạo chỉ_số chỉ_huy dân_số doanh_số số_hóa đổi_số thôn_mới năng_lượng_mới bầu_cử thứ_trưởng thẻ_từ từ_thiện giáo_viên người_lao đối_tượng đối_ngoại đối_tác đối_thủ bắt_cóc hiện_trường hiện_đại hiện_vật biệt_thự nhận_thức phần_mềm cổ_phần học_phần thành_phần con_đường tiếp_viên giao_tiếp trả_lương điều_tra điều_trị điều_hành điều_khoản điều_lệ cảnh_sát trước_bạ lần_đầu ngôn_ngữ hình_ảnh nhiếp_ảnh nằm_viện đặt_cọc tự_nhiên tự_động hệ_số tỷ_số trụ_sở ở_cữ nhà_ở cơ_cấu người_dùng người_mẫu người_bệnh người_nhà thủ_tướng giờ_học ngày_hội tuổi_thọ quan_hệ phẫu_thuật thể_thao thể_chế thể_hình tập_thể cá_thể tổng_thể cơ_thể tính_toán máy_tính giới_tính cách_mạng hợp_tác phía_bắc phía_nam ra_quân xuất_khẩu lên_án mất_tích mất_mát làm_giàu việc_làm lao_động hết_hạn bằng_cấp bằng_lái bên_mua tiêu_thụ đạt_chuẩn điện_thoại số_liệu cụ_thể',
);

/** Words of two syllables that stand in every Vietnamese report: alone they tell nothing. */
export const VIETNAMESE_GENERIC: ReadonlySet<string> = new Set(
  'tiến_hành thực_hiện tập_trung thông_tin tạm_thời mạnh_mẽ kéo_dài thời_gian hoạt_động tổ_chức sử_dụng phát_hiện trường_hợp tình_trạng vấn_đề quá_trình khu_vực địa_phương lãnh_đạo liên_quan yêu_cầu đề_nghị khẳng_định chia_sẻ nhận_định tăng_cường đảm_bảo bảo_đảm xử_lý kiểm_tra phát_triển triển_khai giải_quyết tiếp_tục bắt_đầu kết_thúc thông_báo báo_cáo xác_minh xác_định nguyên_nhân hậu_quả gia_đình cuộc_sống đồng_chí cơ_quan đơn_vị thành_phố đăng_ký thành_viên tham_gia tham_dự xây_dựng tình_hình chất_lượng hiệu_quả nội_dung phương_án kế_hoạch chương_trình thị_trường cảnh_báo dồn_dập khả_năng nhu_cầu điều_kiện giải_pháp biện_pháp công_tác nhiệm_vụ mục_tiêu kết_quả ý_kiến quan_điểm quy_định theo_dõi phối_hợp chuẩn_bị hỗ_trợ tạo_ra diễn_ra xảy_ra đưa_ra bước_đầu lực_lượng nhân_viên đối_tượng điều_tra điều_kiện quan_trọng chính_thức nghiêm_trọng ảnh_hưởng tác_động thành_công cơ_hội thời_điểm đặc_biệt bình_thường nhanh_chóng hoàn_toàn chủ_yếu thay_đổi cung_cấp công_bố đầy_đủ trao_đổi gặp_gỡ xuất_hiện lựa_chọn phản_ánh phát_biểu trả_lời quyết_định cho_phép ban_hành hiện_trường vị_trí nạn_nhân phóng_viên thực_tế hiện_tại lý_do bài_viết câu_chuyện mọi_người tương_lai suy_nghĩ cảm_thấy sản_phẩm khách_hàng trách_nhiệm hành_vi người_dân tài_liệu kiểm_soát quản_lý di_chuyển hình_thức chia_tay cố_gắng hành_động tiếp_cận tổng_cộng quốc_gia thế_giới đất_nước nhà_nước toàn_bộ cảm_giác chính_quyền vụ_việc sự_việc phía_sau buổi_sáng bày_tỏ hình_ảnh bạn_bè tin_tưởng trung_bình thống_kê phương_tiện hệ_thống xuất_hiện thể_hiện biểu_hiện hiện_nay hàng_trăm hàng_nghìn hàng_loạt tọa_lạc đại_diện giai_đoạn chức_năng đối_với tỷ_đồng tỉ_đồng triệu_đồng tỉ_usd tỷ_usd quan_sát cậu_bé nguy_hiểm nổi_tiếng giới_thiệu trọng_điểm hàng_hóa củng_cố thiết_kế thu_hút thảo_luận can_thiệp bản_thân đại_biểu đồng_bào lĩnh_vực nhân_dân công_việc tổng_thống thủ_tướng chủ_tịch giám_đốc bộ_trưởng bí_thư trung_tá đại_tá cục_trưởng phó_giám_đốc'
    .split(' ')
    .map((word) => word.replaceAll('_', ' ')),
);

/** Countries of two syllables, which go before the names of whom they send. */
export const VIETNAMESE_LONG_COUNTRIES: ReadonlySet<string> = new Set([
  'trung quốc',
  'hàn quốc',
  'triều tiên',
  'nhật bản',
  'việt nam',
  'thái lan',
  'ấn độ',
]);

const setsOf = (
  lists: Readonly<Record<string, string>>,
): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(Object.entries(lists).map(([language, words]) => [language, new Set(words.split(' '))]));

const SMALL = setsOf(FUNCTION_WORDS);
const BEFORE_NAMES = setsOf(TITLES);
const NONE: ReadonlySet<string> = new Set();

/** The small words of a language by its first subtag; null where none are known. */
export const functionWords = (language: string | null): ReadonlySet<string> | null =>
  SMALL.get(language ?? '') ?? null;

/** The titles of a language. */
export const titlesBefore = (language: string | null): ReadonlySet<string> =>
  BEFORE_NAMES.get(language ?? '') ?? NONE;
