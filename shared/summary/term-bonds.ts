// Written by `npm run train -- bonds`, not by hand.

/** A line a syllable: what follows it, each with how firmly, in base 36. */
export const BONDS = `
afp dẫnd
ai cũngh cậph
an huyệnj ninhn phườngg quậnh toànn tpi tỉnhj
anh chànge dũngd emg hùngg tai tuấnh ấyh
ba lanh mẹd
ban giámf hànhi kiểme lãnhd nhai quảni thườngh tổh đême đầul
bang ngad
bao giờl gồmm nhiêuj trùme vâye
barack obamag
bay némf tâng
binh sĩj
biên bảnh chếj giớik phòngf tậpe
biến mấtf đổig
biết thêmg ơnc
biển phíad đôngi
biểu diễni dươngd hiệnf quốcg tìnhg tượngg
biện phápm
biệt danhc lài nghiêmd thựh
buôn báni
buổi chiềud họpf làmg lễh sángf
buộc phảih tộie
bà cong lêd mẹf nguyễnf rịag
bài báoe háth họcf pháte thig toáne tậpd viếti
bàn bạcd giaoh taye thắngi tpe
bào chữag
bày tỏl
bác bỏg sĩm
bám sáte
bán hàngg lẻh rah véd đảoj
báo chík cáon
bây giờk
bãi biểne
bé gáif traif
bê bốif tôngg
bên bờd cạnhm dướid lềg ngoàii
bình chánhf dươngk luậnk nhưỡngl phướce thuậng thườngj thạnhg tând tĩnhe yênd đẳngf
bí mậti quyếtd thưl ẩnh
bó vớic
bóng đáj
bù đắpe
bùi văne
bùng nổf pháte
băn khoănh
bước châne sange tiếne vàog đie đầug
bạn bèk gáig thânf traig trẻg đọcf
bạo lựci
bản gửie lĩnhd thânl
bảng xếpg
bảo ani dưỡngf hiểmk tàngi tồni vện đảmj
bất chấph cậpe cứk kỳj ngờm thườngg độngh ổnf
bầu cửk trờig
bậc nhấtd
bận rộnh
bật khóce
bắc giangd kinhk ninhf
bắn hạf
bắt buộcf cóch giữk mắtc taye tạmg đầum
bằng chứngh cáchi
bế tắcf
bến treh xef
bền vữngj
bệ phóngf
bệnh nhânk tậte việnn
bị bắtj cani cáol cấme gãye hưf mấtf ngậpf nhiễme phạtf thiêud thươngk truyf tổne
bỏ chạyg phiếuh trốnh
bố mẹj tríi
bốc cháyg lênd
bối cảnhk
bồ đàog
bồi dưỡngf thườngk
bổ nhiệmj sungm
bộ gdh gtvth ngoạij nôngf phimj phậni sưug trưởngm tàii yh
bộc lộe
bờ biểni sôngf
bởi vậyd
bức tườngg xúcj ảnhj
bữa ăng
bực tứce
ca hátd khúcj ngợih sĩl
cam kếtk
can ngăne thiệpk
cao chấtf cấpg hơni nhấtj tốck đẳngg
cha mẹj
champions leaguej
chi cụci nhánhj phíl phốic tiêue tiếtj trảg
chia buồne sẻp tayi
chinh phụcg
chiếc máyi xel áof điệne
chiếm đoạti đóngd
chiến binhg chốngg dịchk hạme iid lượcm sĩh thuậtf thắngk tranhk đấuk
chiều dàig nayf tốif
cho biếtr hayl phépk rằngo thấyl vayg
chung cưi kếti thând
chuyên giam mônj nghiệph ngànhh
chuyến bayj thămk đig
chuyển biếnd giaof hướngd nhượngj sangh đổih
chuyện gìd
chuẩn bịm mựce
chàng traij
chào đóng
chánh vănf
cháu bég
chân dàie sútg thànhe
châu phih ák âum
chênh lệchi
chìa khóag
chí minhj
chính phủp quyềnm sáchm thứcl trịl xácj
chóng mặtd
chú rểg trọngf ýl
chúc mừngi
chúng tam tôip
chăm chỉd loe sócl
chăn nuôij
chơi bónge
chưa baoh kểe kịpd rõg từngh đầyf đủf
chương trìnho
chạm vớie
chạy xef đuae
chảy máuf
chấm dứtk
chấn chỉnhf thươngi
chấp hànhi nhậnk thuậni
chất liệuc lượngm thảih vấnj độcf
chẩn đoánh
chắc chắnl
chắn sẽf
chẳng hạng
chặt chẽk
chẽ vớid
chế biếnh tạoh tốic đội
chỉ cầnh huyj tiêug tríchj vàie đạom
chỉnh sửad
chị emg nguyễne
chịu tráchj đựngf
chọn lựad
chống ise khủngh lạih thame
chồng bàe chịe
chờ đợii
chục năme
chụp hìnhd ảnhi
chủ chốte nghĩag nhiệmf quyềnf trìh trươngi tịchp yếuk đầui độngh
chứ khôngk
chức khủnge lễf năngn tráchh tính vôf
chứng cứg khoáni kiếnj minhh nhậng tỏf
chữ kýe
chữa bệnhi cháyi trịd
coi lài nhưd trọngf đâyc
con cáig daof gáik sốh trail đườngi
csđt cônge
cung cấpm ứngf
cuối cùngl nămj thángi tuầnh
cuốn sáchh
cuộc bầuh chiếnj gặpj hônd họpk khủngg phỏnge sốngl thii thảod tấni tậpg xungc đuag đàmd đờii
cà maui phêl
càng lớnd trởd tốte
cá nhânn tínhe
các biệni chuyênh cơk loạij đơnj
cách mạngi đâyi
cái chếtg gìf nhìne tênh
cán bộn
cánh cửad taye
cáo buộcl trạngf
cân bằngf nhắci đốie
câu chuyệnl hỏil lạcf trảg
cây xanhg
cãi vãg
còn gọie lạik
có dấuh khảj lẽi mưag mặtj thểq vẻg xue
cô béf dâug giáoh gáil nàngh taf ấyk
côn đồg
công anp bốl cộngg nghiệpj nghệm phượngg suấth trìnhj tyq tácn
cùng kỳg lúce ngàyj nhaug
cú vae
căn bệnhe cứm hộj nhàj
căng thẳngl
cũng chẳngf nhưm
cơ bảnh chếj cấuh hộik quanp sởn
cơn bãog mưag
cư dânh trúe
cương vịe
cướp tàid
cường kiểmc
cạnh tranhj đók
cả haik mọie nướci
cải cáchi thiệnj tiếnf tạoh
cảm giácj hứngh thấyk xúci ơni
cản trởg
cảnh báok giácc sáto tượngd
cấm nhậpg
cấp báche caoj cứuk giấyf phéph
cất cánhi
cấu trúce
cầm daoe quyềne
cần phảij thiếtk thơj
cầu giấyf thủl vượtf
cẩn thậnh trọnge
cận bìnhf cảnhc
cập cảnge nhậti tớid đếne
cậu béh cond ấyf
cắt giảmf đứte
cặp vợf đôij
cố gắngl tìnhf vấnh ýh
cống hiếng
cốt lõif
cổ phiếuj phầnl vũe điểnd đôngh
cộng hoàg hòaf đồngj
cụ thểm
cục quảnf trưởngh
của mìnhn
củng cối
cứ aid quând
cứng rắng
cứu hoảf hộh khoad nạng
cử trik tổngf viêne
cửa hàngk khẩuf ngõe sổe
cực kỳg đoanh
cựu tổngf
daily mailf
danh dựf hiệuh hàig mụcg sáchj tiếnge tínhg
dao đâme độnge
di chuyểnk dờij sảnh tíchj độngh
dinh dưỡngh
diễn biếnj ran tậph viênl xuấtf đành
diện mạof tíchk
do vậyg đói
doanh nghiệpo thui
donald trumpm
du kháchk lịcho
dung tíchf
duy nhấtj trìl
dài hạne khoảngf
dàng hơnc
dành chok riêngd thờid
dày đặce
dân chủg cưg mạngf tộcj
dâng caod
dây chuyềng
dã manf
dòng chữf xed
dù vậyg
dùng daoe tayd
dũng cảmg
dư luậnl
dưới sựe thờie đâye
dường nhưj
dấu hiệuk ấnf
dấy lêne
dần dầne
dầu khíh
dẫn dắtg lờii nguồnc tớif đầuh đếnk
dập lửaf tắtf
dễ bịe dàngl hiểud
dịch bệnhf tranhd vụl
dịp tếth
dịu dàngf
dọc theoc
dọn dẹpf
dụng cụd đấtj
dứt điểmf
dừng lạii xee
dữ dộih liệuk
dự báoh kiếnl thảoh trữg ánp đoánh
dựa trêni vàof
em bée gáie nhỏd traie
emmanuel macrong
eo biểnf
facebook cád
fox newsg
gay gắth
ghi bàng lạih nhậnk
gia hạne laie tăngh đìnhp
giai đoạnm
giam giữe
gian dàig gầne lậnh ngắnf quah tớii
giao dịchk lưug thôngo tranhe
giành chiếnf lạid quyềnc đượce
giàu cóg
giá báng caoh rẻh trịm vàngj
giám khảoi sátl đốcp
giáo dụcn sưi viêni
giây phútd
giúp đỡj
giả mạog
giải cứug ngâne phápk phóngi quyếtm thíchj thưởngh tríh đápc đấuf
giảm bớtf giáf mạnhe nhẹf thiểuf xuốngd
giảng dạyg viênh
giấc mơg
giấu tênf
giấy chứngh phépi tờj
giết ngườii
giọng caf háth
giống nhaue nhưi
giới hạng phând thiệuk trẻe tínhf
giờ chiềud hếtd sángd đâyf
giữ chứce gìnf nguyêng vữngd
giữa haij thánge
gái trẻd
gây chúf hậue khód mấtd nguye raj rốif sốce taid thiệtg thươngf tranhe tổne xônf ánf ápe ấnd
gò vấpg
góc độe
góp mặtg phầnk ýe
gương mặtj
gấp đôif
gần gũih nhưh đâyl
gắn bóh kếtc liềng vớif
gặp gỡh khóf mặte nhaue nạnh thượnge
gọi lài điệnh
gồm cảf
gợi cảmg ýe
gửi lờig đơne
hai bênj nướci vợf đứaf
hay khôngi
hi vọngg
hillary clintonf
hiếm hoif
hiến phápf
hiểu rõf rằngd
hiện nayl trườngl tượngg tạik đạij
hiệp hộih địnhh ướcg
hiệu lựcg quảm trưởngh ứngd
hlv hữuh
hoa hậuk kỳi
hoan nghênhg
hoang mangg
hong kongk
hoà bìnhj
hoàn chỉnhe cảnhh hảog kiếmf thiệnj thànhk toànm trảd tấth
hoàng maie saf văne
hoành trángg
hoá chấtd
hoạt độngp
hoả hoạng
hoảng loạnf
hung khíf thủd
huy độngi
huyền lêd thoạih
huyện phúe
huấn luyệnk
huỷ bỏe diệte
hy sinhd vọngk
hà lanf nộip tĩnhj đônge
hài hướcg lòngi
hàn quốcn
hàng chụck hoág hóah hảif loạtj nghình ngàng ràod tmcpe trămk xómh
hành chínhk kháchk langg nghềd trìnhh vin độngl
hâm mộk
hãng hàngg thôngg tinh
hé lộg
hình phạtf sựj thứck ảnhm
hòa bìnhi
hòn đảoh
hóa chấte
hô hoánf hấpf
hôm nayl quai
hôn nhâng
hút sựf thuốcf
hơi thởe
hơn hẳnd nữaj sog
hư hạie hỏngk
hưng yênh
hương vịe
hướng dẫnj tớig
hưởng lợid tớif đếnj ứngc
hạ cánhh tầngk việnf
hại nặnge
hạm độig
hạn chếl
hạng mụcg nặngf
hạnh phúcl
hạt nhânm
hải dươngg phòngj quang quânk
hấp dẫnj
hầu hếtk nhưf
hậu cầne quảj thuẫng vệg
hằng năme
hẹn hòi sẽd
hết sứci
hệ giữah songd thốngo
học lớpd sinhm tròh tậph việnf
họp báoi thứg
hỏng nặngf
hối hậne lộh
hồ chíj sơm
hồi cuốid giáok phụcc sứce thángk đấtd
hồng hạnhe
hỗ trợo
hỗn loạnf
hộ chiếuh dânh tốngf
hội facebookc nghịl thảof đàmf đồngk
hợp pháph tácm vớil đồngk
hứa hẹnh sẽd
hứng chịuf
hữu nghịf thắngh
im lặngi
jong ung
khai hoảe mạch nhậnf thácl trươngd
khen ngợig
khi đók
khiêm tốnf
khiêu khíchg
khiến dưc nhiềuh
khiếu nạij
khiển xeg
kho vũf
khoa họcl
khoác áof
khoản facebooke tiềng
khoảng cáchg thờig
khoảnh khắci
khu dug nghỉe trụch vựcq đôh đấtf
khung thànhd
khuyến cáoh khíchj
khuyết điểmf
khuôn khổi mặtf viêne
khá lớnc nhiềuf
khác biệth nhauk
khách dug hàngl mờif sạnk
khám bệnhe nghiệmi phág xéte
khán giảm
kháng cáog
khánh hoàh hòag lynhf
khéo léog
khép lạid
khí hạth hậug tượngg
khó chịuf khănn
khôi phụch
không aih dámg hềj ngầne ngừngf phảil thểm íth đúngh
khả năngo thig
khảo sátj
khẩn cấpj trươngi
khẩu súngg
khắc phụck
khắp nơig thếe
khẳng địnho
khỏe mạnhe
khối lượngg
khống chếi
khổng lồi
khởi kiệne nghiệph tốk độnge
khủng bốm hoảngj khiếpg
kim jongl loạig ngạchf
kinh doanhn nghiệmk phíi tếo
kiên cườngd giangg quyếtg trìf
kiếm cứud tiềne
kiến nghịj thứch trúci
kiềm chếg
kiểm soátn toáne trao
kiểu dánge
kiện thuậnd
kèm theog
kéo dàim
kênh truyềnd
kêu cứue gọik
kích cỡe ff hoạtd thíchf thướci
ký hợpe kếth
kẹt xef
kẻ thùg
kế hoạchn thừad toáne
kết cấue hôni hợpi luậnk nốik quản thúcl
kể cảg lạif từk
kịch bảnh
kịp thờik
kỳ họpi nghỉf thii vọngh
kỷ luậti lụch niệmj
kỹ lưỡngf năngi sưg thuậtl
la hétf
lan rộngd truyềne
lao vàof xuốnge độngm
leo thangh
linh hoạtf kiệne
liên bangi hiệpf hoanf hệg hợph lạci minhi quano tiếph tụck xôi đoàne
liền vớif
liệt kêe
lo lắngj ngạik sợf
long ang thànhf
los angelesg
loại bỏh trừe vũd
luyện tậpd viêne
luận vềg
luật phápf sưm
ly hôni
là mộtn
làm dấyd gìg nghềe quenc rõl saog sạchd thuêd tổnc việcn ăng
làn sóngf đườnge
làng giảid
lành mạnhe
lào caii
lái xek
láng giềngg
lâm đồngf
lân cậng
lâu dàih nayf
lãi suấtk
lãng mạnf phíh
lãnh thổj đạop
lê thịg vănh
lên kếf mạngf ngôic sóngd tiếngi tớih
lô hànge
lôi kéof
lúc nàog nàyi đóh
lý dok nghiêmh thuyếtd tưởnge
lĩnh vựcm
lưu giữc thôngh trúf trữf ýh
lương thựcd
lường trướcd
lượng chứcj csgte vũg
lượt kháche
lạc bộe hậud
lạm dụngg phátf
lấn chiếmh
lấy chồngd lờid mẫuf vợc ýf
lần lượth nàyh nữah soc thứj đầuk
lầu nămh
lẫn nhaue
lập biêng tứck
lật đổf
lắng ngheh
lắp rápg đặti
lặp lạif
lễ hộik khaic
lệnh bắte cấmi trừngi
lịch sửl
lọt vàoe
lối chơie sốngf
lộ trìnhh
lớn nhấtk
lời chiae chúcf câuf khaih khene khuyêne lẽe mờid phỏngg xind
lở đấte
lợi dụngh nhuậnj thếg íchk
lục địag
lừa đảoh
lửa tầme đạnj
lựa chọnm
lực lượngp
ma tuýk túyk
mang bksf bầud lạii thaig tênh tínhi
may mắnl
men xoắnh
minh bạchh châug họaj tuấne
miền bắch namg núif trungg tâyf đôngg
miễn phíg
mong chờd muốnl đợie
moon jaei
mua báni sắmh
mà còni thôid
màn hìnhi trìnhf
màu sắch trắngg vànge xanhg đeng đỏf
mái tóch
máy bayo móch tínhh
mâu thuẫnk
mã lựcf
món quàh ănf đồf
mô hìnhj lớnf phỏnge tảg
môi trườngn
mùa giảii hèi đônge
mơ ướcf
mưa lớng ràoh tof
mưu trưởngd
mạng internete lướig xãl
mạnh mẽl
mạo hiểme
mảnh đấte
mất tíchi đie
mấy ngàyc
mầm nonj
mẫu xeh
mắc bệnhg kẹtg
mặc dùl áog
mặt bằngh hàngh trậnh trờif đấtg
mẹ chồnge
mẽ hơnd
mệnh danhe
mệt mỏih
mỉm cườif
mọi chuyệne ngườil thứh
mối liênc quank tìnhe đei
mồ hôig
mỗi lầng ngàyh nămg
một chiếci chútf cuộcj cáchj loạtf nửae phầni sốo
mới lạd mẻe nhấtg đâyj
mở cửah rộngl
mục tiêun đíchl
mức giáh lươngg thấpc độh
mỹ donaldj
nam caf thanhg ág
new yorkk zealandi
nga sergeie vladimirh
ngay cảh lậpi sauk từg
nghe thấyd tiếngd
nghi cane ngờh phạmj vấnf
nghiêm khắcf ngặte trọngl túci
nghiên cứun
nghiện maf
nghìn ngườie đồnge
nghĩ rằngg
nghĩa khủngd trangc vụg
nghề nghiệpg
nghệ ank sĩk thuậtk thôngf
nghỉ dưỡngi hưug ngơif
nghị quyếtj sĩh thượngi ubndd địnhh
ngoài khơig ral trờid
ngoại giaom hìnhf ngữf trưởngi trừd ôe
nguy cơk hiểml kịche
nguyên liệuh nhânm phóe tắci đánh
nguyễn duyd hoàngh hữug ngọcg thịk vănl xuânk đứch
nguyện vọngg
nguồn cungf gốcj lựcg thud tinj vốnh
ngành nghềe ye
ngày càngk hômh maif
ngân hàngn sáchl
ngã tưg xuốnge
ngón tayf
ngôi làngf nhài saoj
ngôn bộf ngữg viênh
ngăn chặnk cảng ngừaf
ngư dânj
người chếtg dânp dùngh hâmi khácj laog láig línhe mẫuh phụi taj tịd đànl đẹph đứngh
ngưỡng mộg
ngược lạii
ngạc nhiênh
ngại vềf
ngần ngạig
ngẫu nhiêne
ngắn hạnf
ngọn lửah
ngọt ngàoh
ngụ quậne xãf
nha trangg
nhan sắch
nhanh chóngm
nhiên liệuh
nhiếp ảnhg
nhiều khóf khảf lầnj ngườil thậpc vếtd
nhiễm môif
nhiệm kỳh vụm
nhiệt độj đớii
nhu cầul
nhà gag khoah lãnhj máyj nghiênf nướcn thầuf thờh trắngj
nhân chứngh dânl dịpd viênl vậti
nhãn hiệue
nhìn chungd nhậne thấyj
nhóm bạnd thanhd
nhĩ kỳk
như thếk vậym
nhưng vẫnh
nhạc sĩg
nhạy cảmg
nhấn mạnhm
nhất làk phuf thếh tríf
nhậm chứch
nhận dạngd thấyg thứcg xéth đượcl địnhj
nhập cưi cảnhg khẩul việng
nhật bảnm
nhắc lạie nhởi tớic đếng
nhắm vàoe
nhắn tinf
nhằm mụce ngăne nângc vàog đápd đảmd
nhẹ nhàngh
nhớ lạif
những bứcf gìi kẻf mónd ngườim
ninh bìnhf quốcg trậtf
niêm yếtj
niềm tinh vuii
nuôi conf dưỡngf
nâng caok cấpi
ném bomh
nêu rõi trêng
nói chungg chuyệnh riêngf rằngj thêmg
nóng bỏngf
nông dânh nghiệpl sảnd thônj
nút giaoh
năm góch nayl ngoáik quai tùh
năng lượngg lựcj suấte
nơi kháce xảye đâyf
nước hồig mắtf ngoàil nàyk
nạn giaog nhânn xảyd
nảy sinhe
nắm bắte giữf quyềnf
nắng nóngh
nằm ngoàic trongi trênf ởf
nặng nềi
nếu bạne
nền kinhj tảngi
nồng độg
nổ lớnc raf súngf
nổi bậtj dậyf lêne tiếngm
nỗ lựcl
nỗi lod đauf
nội dungn thấtd địag
nộp đơne
nụ cườig
nữ cah diễnh hoàngd sinhe
oanh tạci
phan văne
phe đốid
phi côngi cơe hạtf
phiên bảnj họph toàh tòah xéte
phiến quânk
phong cáchi phúe toảf tràoh tỏaf tụcd độe
phu nhâng
phá hoạif huỷf hủyf vỡg
phán quyếth
pháp luậtm lýi trừngh
phát biểul hiệnn huyh ngônl nổf sóngf triểnp táne
phân biệtg bổe khúcf loạie luồngf phốig tíchk
phê bìnhd chuẩnf duyệtk
phía bắci dướid namh saug trướcg tâyi đôngi
phòng cháye chốngg csgtd cảnhg ngaf ngừaf ngựf
phó bíe chủl cụcd giámj thủj trưởngf tổngh
phóng mặtf thửe tênh viênk
phù hợpm
phú nhuậnf thọh yênf
phút sauf
phương phápg thứcg tiệnl tâyh ánk
phạm nghiêmc phápg tộii vig văng
phạt tiềne vie
phải chịuh chờd trảf tuând
phản cảmd hồig ánhk đốij ứngk
phấn đấuh
phần lớni mềmi tửd
phẫn nộg
phẫu thuậtj
phỏng vấnj
phố hàg đàd
phối hợpm
phổ biếnj thôngh
phụ huynhj kiệnc nữn thuộcg tráchi
phục hậud hồig vụl
phủ hànd nhậnf syriag
phức tạpk
pv báof
qua đờif
quan chứcm csđtg hện ngạid niệme trọngm tâml điểmj đếnl
quay lạih phime trởf
quen biếtd thuộcg
quy chếf hoạchm môj trìnhh tắcf địnho
quyến rũi
quyết liệth tâmh vấnf địnho
quyền hạnf lợig sửf địaf
quá khứg nhiềug nặngc trìnhn tảig
quán càf
quân mỹh sựm độin
quãng thờie
quê hươngf nhàd
quý hiếme if
quả bomg nghiême tange
quản lýp trịh
quảng báh bìnhf cáoh nami ngãih ninhi trườngf trịf
quần áoh đảoi
quận bìnhg thủf tânf
quốc giao hộim lộj moonf phòngl tến
ra khỏii lệnhf mâud mắth ngoàih vac
real madridi
reuters dẫne
riêng mìnhd tưc
rà soátk
rào cảnf
rác thảig
rèn luyệng
rõ nguyênf ràngl tráchc
rút khỏig kinhe luif ngắng
răn đeh
rơi vàoh xuốngf
rạng sángg
rải rácg
rất dễe hạnhc khói lớnh mayd nghiêmd nhanhe nhiềum thấpd tốtf vuid ítf
rắc rốig
rối loạnh
rộng hơne lớnd rãih
rời khỏii
rủi rok
rực rỡg
sa thảih
sai lầmh phạmi sótg tráid
sang trọngf
sau khip đóo
saudi arabiai
sea gamesi
sinh hoạtg lớpf sốngh tháif viênk
siêu saod thịg
siết chặtf
so sánhh vớin
song phươngg songf
soạn thảof
suy giảmd nghĩj yếuf
suốt thờie
sài gònl
sáng kiếnf lậpe maid nayi sớmg tạoi
sánh vớic
sáp nhậpf
sát biểnf giaof hạii pcccg
sân bayn chơie golfh khấuj vậnd
sâu rộnge sắch
sôi nổie độngf
súng bắne
sơ thẩmg tánh
sơn laf nhấth
sư nguyễnd phạmg
sưu tậpg
sạch sẽd
sạt lởj
sản phẩmm xuấto
sắc lệnhh nhấtd
sắp tớii xếpi
sẵn sàngm
sẽ giúpg sớme tiếpi
số liệuf lượngj phậnd tiềnl
sống chungd sótg
sở gdg giáoe gtvtf hạf hữum tàif vậtd xâyg yg
sợ hãih
sụp đổf
sứ quánj
sức khoẻj khỏek mạnhi éph
sử dụngq
sửa chữaj đổii
sự cand chúf cốk hỗe kiệnk lựad nghiệpi thamg thậth việck ủngg
tai nạnn
tand tpf
tang vậtg
tay súngh
tha thứf
tham dựk giao khảof mưuh nhũngi quang vọngg
thanh hoái hóag niênm toáni tral xuâne
thay mặtd thếh vìi đổin
the sune
theo afpf cnnd dõik hãnge hướngi kiểud quyk reutersg vnexpressd đuổih đók đúngg
theresa mayf
thi hànhh thpti thểi đấuj
thiên huếf nhiênf taih
thiêu rụig
thiết bịl kếm lậph
thiếu niêne tráchf táf
thiệp vàoe
thiệt hạil mạngk thòif
thoát khỏif nướcg
thoại dif
thoả thuậnk
thoải máij
thpt quốch
thu giữh gome hútl hằnge hẹpf hồii nhậpj phíj thậph
thua kémd lỗg
thuyết phụch
thuận lợij tiệnd
thuốc lái
thuộc sởe địae
thuỷ sảnd thủf văne
thành côngk lậpj phầng phốp tíchh tựuf uỷg viênl ủye
thách thứcj
thái bìnhj lanj nguyênf sơng độh
tháng giêngh tùe
tháo gỡg
thân thiếtf thiệnf
thí nghiệme sinhm điểmg
thích hợpe thúe
thói quenh
thông báol minhh qual tinp tấnf vậnh điệph
thú vịg
thúc đẩyk
thăm dòe hỏif
thăng longf
thư kýi thànhe đảnge
thương binhe hiệuj mạin nhẹc nặngg tíchf vongf
thường niêne thiệte trựci vụh xuyênl
thưởng thứcf
thượng hảid nghịf táf việng đỉnhk
thạc sĩg
thảm hoạf
thảo luậnk
thấp hơnh nhấth
thất bạij thoátg vọngg
thấu hiểue
thần kinhf tượnge
thầy côg tròh
thẩm phánh quyềnj địnhh
thậm chín
thận trọngg
thập kỷh niêng
thật sựg
thắc mắch
thắng lợif
thắt chặtf
thẳng thắni vàof
thế giớio hệi kỷh nhưngh nàok
thể hiệnk thaok
thỉnh thoảngh
thị kimf ngọcd trườngn trấnl xãh
thịnh vượngf
thỏa thuậnk
thống donaldh hành kêi mỹk ngah nhấtj putinf trumpi đốcf
thổ nhĩk
thời gianq hạni tiếth trangh điểmn
thủ lĩnhd mônf tướngo tụck đôk đứcg
thứ bai bảye haij nhấtg sáue trưởngi
thức trẻd ăng
thừa nhậnk thiêni
thử hạtd nghiệmk tháchh tênf
thực hiệnq phẩmj sựj thig tiễng tếl
tim mạchg
tin banf cậyg nhắnf reutersd rằngh tưởngi tứci đồng
tinh thầnl tếe
tiêm kíchk
tiên kimg
tiêu biểue chuẩnj chíg cựch diệti dùngi thụj
tiến dũngf hànhm sĩh độh
tiếng anhi
tiếp cậnk nhậni tụcp xúci
tiết kiệmj lộk mụcf
tiềm năngh ẩng
tiền bạce giangf lươnge sửf tệf vệi đạog
tiểu họch vươnge
tiện lợih truyềnd íchg
tnhh mtvg
to lớng
toà nhàg áng
toàn bộl cầui diệnh giaog
tp hcmk hàg hồe đài
trang bịj cág mạngd phụci thiếte tríg trạif webg
tranh chấph cãii cửh luậnf lạnhe thủe
trao giảid đổim
tri thứcd
trinh sáth
triều tiênp
triển bềnf khain kinhh lãmi nôngg vọngc
triệt đểe
triệu bảngg chứnge eurog lượtg tậpf usdk đồngn
trong bốii cuộck dịpe giaig khim khuônf lĩnhg quáj suốth tươngh vòngh đóm
trung bìnhh quốcp tâmn đôngf ươngm
truy cứud tìmf tối
truyền hìnhj thôngk thốngj
tràn lane
trách nhiệmo
trái ngượce phépj quyd timg
tránh khỏie tìnhc
trân trọngf
trên biểnh facebookg khắpe kênhe mạngj sànd sâng thếh trangh tuyếnf twitterg đườngk địak
trì hoãne
trình bàyg diễnh hạtc độg
trí thứe thứce tuệg
trích xuấtc
trò chuyệnh chơif hlve
trôi quad
trú tạii xãd
trăm triệue
trưng bàyg
trước khil mắtf đâyj đón
trường hợpm mầmh saf thpth tiểug đhi đạii
trưởng bang bội cụce khoae phòngh
trạm thug
trạng tháif
trả lạig lờim nợg tiềne đũae
trải nghiệmi quaj
trầm trọnge
trần thanhe thịf vănh
trận chungg đấul
trật tựk
trắc nghiệmg
trẻ emk onlineh
trị giáh
trọn vẹng
trọng giápf nhấtg tàif
trốn khỏid
trộm cắph
trời mưad
trở lênh lạik ngạid nênj thànhm vềi
trợ giúpe
trụ cộtg sởk
trục xuấte
trừng phạtl
trực diệnc thuộcg thăngi tiếpm tuyếng
ts nguyễne
tung rae
tuy nhiênq vậye
tuyên bốo phạtd truyềnj
tuyến đườngk
tuyển dụngf sinhg việtf
tuyệt vờii đốih
tuân thủi
tuấn anhh
tuần quae trai trướci
tuổi trẻi
ty cpg cổj tnhhk
tài chínhl khoảnk liệuj nguyênj năngg sảnm trợe xếm
tàng hìnhf
tàu chiếng chởe cáh ngầmj sânj
tá nguyễne
tác chiếnh dụngf giảj phẩmj độngj
tái diễnc địnhf
táo bạof
tâm huyếte hồne lýi nghiêne thầnf yd
tân bìnhd phúh sơni tổngd
tây banh bắch dươngd namf nguyênh
tên gọif lửao tuổig
tìm cáchh hiểuj kiếml thấyj
tình báoh cảmj dụcg huốngj hìnhl nguyệnh tiếte trạngn yêui
tích cựcl
tín dụngj hiệuh
tính chấtf mạngf năngg toánh
tò mòg
tòa nhàf ánh
tôi hyc muống nghĩi
tôn giáof trọngi vinhf
tù giame
tăng cườngm gấpe lêng mạnhe thême trưởngj tốcd
tư cáchg duye lệnhh phápg tưởngg vấnh xâyf
tương lail tựk đươngj ứnge
tướng chínhi nguyễnh
tưởng chừngf niệme tượngd
tượng thuỷe
tạc cơg
tại buổii chỗh khuj phiêng saoh đâyi
tạm dừnge giamj giữi thờig
tạo nêng raj điềug
tạp chíi
tải trọngd
tấn côngn
tất cản nhiênf
tầm bắnh nhìng trunge xaf
tầng giaod
tẩy chayf
tận dụngg hưởnge
tập cậng huấnf luyệne thểg trungl trậnh đoànl
tắc giaof
tết nguyêng
tỉ lệi usdh đồngl
tỉnh bìnhg bắce hàf miềnd nghệe phúe quảngj thừaf táod vĩnhf ủye
tị nạng
tịch hiệpd hđqth hộif nướcg ubndl uỷe
tỏ rah sựe
tỏa sánge
tố bịf cáoi tụngf viêne vụf
tốc độk
tối caog thiểug đal ưud
tốn kémg
tốt hơni nghiệph nhấti đẹph
tồi tệg
tồn tạij
tổ chứcq hợpi
tổn hạif thươngi thấtg
tổng cộngh cụcj giámi hợpk thưf thốngq
tội danhf giếtf phạmi
tới thămd
tờ báof
tức giậng
từ chốii liême lâue nămj
từng bướcg
tử quỳnhe vongm
tự doi hàog nguyệnf nhiêni ting xưngh độngh
tỷ lệk phúf usdj đồngm
ubnd huyệng quậng thànhg tpk tỉnhk xãh
ung thưj
uy tíni
uống rượug
uỷ bank viêne
va chạmk
vai diễng tròl
vay vốne
ven biểnh
vi khuẩnf phạmn vie
vinh danhe dựe
viên đạne
viết trênf
viễn thôngh
việc xảyg
viện kiểme nghiêne trợf đah
việt namr
vladimir putini
vong tạie
vui chơif mừngg vẻi
vài chụce giờd ngàyf nămf phúte thángf tuầnd
vàng bạcf
vành đaii
vào cuốig dịpd khoảngh lúcg mùae ngàyj nămj thángj
vân taye
vì saof sợd thếi vậyk
ví dụj
vòng chunge loạig
vô cùngk hiệue tìnhf tộic địchl
võ văne
vùng biểnj lãnhd nôngd núif vịnhh đấte
văn bảnk hoáj hóak phòngk
vĩ môe đạie
vĩnh longg phúcf
vũ khím trangi trụg đứcd
vũng tàui
vươn lêng
vương quốcg
vướng mắci
vượt lênd quaj quáf trộig
vấn đềp
vấp phảie
vất vảj
vẫn chưak cònj giữf luône đangi
vận chuyểnj hànhj tảil độngj
vật chấtg dụnge liệuh
vắng mặtf
vẻ ngoàid nhưd đẹpg
vết thươngi
về phíai quêf tộih việcl vấnh
vệ môig quyềne sinhi tinhh
vỉa hèj
vị trín
vốn vayd điềuf đầug
vỗ taye
vội vãf
với nhauh pvg
vợ chồngl
vụ cháyh nổg taik thửe tấni việcm ánk
vừa quak rồid
vững chắce
vực châud miềnd phíad
washington postf
world cupj
xa lạd
xe buýti chởd hơid máyl tảij ôh đạpe
xem thêmj xétl
xin lỗij phépe ýc
xinh đẹpi
xoay quanhe
xu hướngj
xung quanhl độtj
xuân phúci
xuất hiệnm khẩuj nhậpe sắci xứg
xuống biểnd còne sôngd đườnge đấtd
xác minhi nhậnk địnhm
xâm hạig nhậpe phạmg
xây dựngq
xã hộio phúd tâne
xét nghiệmj tuyểnj xửj
xô xátf
xôn xaoi
xông vàof
xúc phạme tiếne độngf
xăng dầui
xảy rap
xấu hổf
xế xee
xếp hàngf hạngi
xứng đángi
xử lýo phạtj
y tến
york timesg
yên tâmf
yêu cầuo mếnf nhaue thíchh thươngg đươngd
yếu kémg tốj
ách tắcf
ám ảnhg
án tùd
ánh mắte sángg
áp dụngl lựcj thấph đặtf
âm lịchd mưug nhạcj thanhf
ích hợpc
ít nhấtj
ô nhiễmi tôm
ông bùif dũngf huỳnhe kimh lêh moonf nguyễnk phane putinh trumpl trầni đinhd đặnge đỗe ấyh
ùn tắci ứg
ý kiếnm nghĩai thứcg tưởngh
ăn cơmd mặce uốngh
đa dạngi khoai phầnd sốh
đam mêi
đang chờd nằmd nỗd
đau lòngf đầud đớnh
đe doạk dọak
đem lạif đếnc
đi khámc kèmg ngượcd ngủd tìme đâue
đinh dậug
điều chỉnhl gìf hànhj khiểnk khoảne kiệnm lệg nàyk trap trịk đángf
điểm nhấnd
điển hìnhg
điện biênf kremling thoạim tửl đàme ảnhg
đoàn kiểmd kếtf loand
đoạn clipg cuốie quae videoi đườnge
đoạt giảig tàig
đuổi theod
đà nẵngo
đài loank truyềnd
đàm phánk
đàn emd ôngm
đào nhag tạom
đá quýe
đám cháyh cướij đôngf
đáng chúh kểi nóie sợe tiếcg yêuc
đánh bạch bạih bắte chặnf dấug gián nhauf
đáp lạid trải ứngk
đâm vàof
đây làn
đình đámd
đích thând
đòi hỏii
đó làl
đón nhậnf tiếpc
đóng cửah gópk tàug vaih
đô thịl
đôi khif
đông bắch namh đúcd đảof
đúng quyi đắnf
đăng kým tảij
đơn giảnk thuầne tốd vịo xind
đưa ram tinl vàoi
đương nhiênf
đường bănge dâyg kínhe sắtl
được coih khốngc mệnhd phépg đưak
đại biểul diệnn dươngf họcm sứk tái
đạn đạoi
đạo diễnh kimd triềuh đứcf
đạt mứcd đượci
đảm bảon nhiệmd
đảng cộngh dânf uỷf viêne
đảo triềuh
đất liềnf nướck đaii
đấu giái tranhg
đầu mốie tiênn tưp đạne
đầy đủl
đẩy lùid mạnhi nhanhf
đập pháf
đắc cửg
đắt giáe
đằng saue
đẳng cấpg
đặc biệtp nhiệmg sắcd thùg trưngg
đặt câuf muad rag tênc vấne
đến nayk nỗic thăme tậnd
đề cậpi nghịn thig xuấtk ánh
đền bùh
đều đặne
để ngănf phụch tránhh đảmi
đệ nhấtf
đỉnh caoe điểmc
địa bànm chỉg phươngo phậnf điểmi
định cưf hướngg khởif
đốc côngh sởi trunge
đối chiếuc lậpf mặth ngoạif phóg phươngg thoạii thủj tácj tượngn vớio
đống đah
đồ ăne đạcg
đồng bàod chíh hồg loạtd minhh naij thápd thờin ýi
đổ bộf
đổi khíf mớij vớii
đỗ xee
độ ci caoi
độc giảg hạie lậph quyềnc đáoh
đội bóngk hìnhh ngaf ngũi syriai trưởngf tuyểnj
động cơi sảnh tháij vậtg
đột biếne kíche ngộtg pháf
đời mìnhd sốngi
đụng độf
đủ khảc sứce điềuf
đứa coni trẻh
đức chungc
đứng đầuj
ưu thếe tiênj đãii
ương đảngg
ước mơg tínhh
ảnh chụpf hưởngn minhh
ấm ápe
ấn tượngj độl
ẩm thựce
ồ ạtf
ồn àoh
ổn địnhl
ở khuh miềne mứcj phíag quêd syriah vùngh đâuf
ủng hộm
ủy banj viênf
ứng cửg dụngj nhuf phóe viêng xửf
`;
