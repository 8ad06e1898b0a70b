// One matter a line: beginnings of its words in English, Spanish, French, German, Portuguese, Arabic, Japanese and Chinese, lower
// case and without accents. Up to three letters, or before $, the word is whole; _ is a space. ! is trouble, ~ is everyday.
export const CONCEPTS = `
! error error erro$ erros$ erreur fehler fallo$ fallos$ خطا エラー 错误 錯誤 出错
! fail fail$ fails failed failing failure fehlgeschlag fehlschl echec echou fracas falha فشل 失敗 失败
! down outage offline unavailable is_down are_down went_down caido$ caida$ ausfall ausgefall panne hors_service indisponib fora_do_ar معطل متوقف 障害 宕机 瘫痪
! broken broken kaputt defekt roto$ rota$ quebrad casse$ not_work n't_work no_longer_work funktioniert_nicht geht_nicht no_funciona ne_marche ne_fonctionne nao_funciona لا_يعمل لا_تعمل 使えな 使えま 动不了 无法使用
! crash crash absturz sturzt abgesturzt plante$ plantage se_cierra cierra_sol se_ferme fecha_soz closes_itself shuts_down يغلق クラッシュ 落ち 崩溃 闪退
! slow slow lento$ lenta$ langsam lent$ lente$ lentement بطيء بطيئ 遅い 重い 很慢
! empty empty blank leer$ leere$ vacio$ vacia$ vazio$ vazia$ vide$ vides$ blanche blanco$ branco$ weiss$ white_page فارغ بيضاء 空白 真っ白 空の 是空
! timeout timeout timed_out times_out time-out time_out zeituberschreit expire tiempo_de_espera delai_d'attente tempo_esgotado انتهت_المهل タイムアウト 超时 超時
! refuse declin reject refus rechaz abgelehn ablehn recusad negad denied مرفوض رفض_ال 拒否 拒绝
! missing missing fehlt fehlen falta$ faltan manqu absent disappear verschwund desaparec perdu perdid مفقود اختف 消え 見つかり 消失 缺少
! stuck stuck frozen freezes hangs hangt eingefror bloque$ bloquead congelad travad loops عالق 固ま 卡住
! stop stopped stops gestoppt detenid arrete$ parou$ parad توقف 止ま 停止
! double twice duplicat doppelt en_double deux_fois dos_veces duas_vezes dobro مرتين 重複 二重 重复
arrive arriv receiv deliver$ delivered reach$ reaches recib recu$ recus$ recev recebe recebi erhalt ankomm llega chega يصل وصل استلم 届き 届か 受信 收到
load load carga$ cargan$ cargar$ charge$ charger$ chargent$ laden$ ladt$ ladet$ geladen carreg تحميل 読み込 加载 載入
upload upload hochlad hochgelad subi$ subir$ subido televers رفعت アップロード 上传 上傳
download download herunterlad heruntergelad descarg telecharg baixar$ baixei تنزيل ダウンロード 下载
open open$ opens opening abre$ abren$ abrir offnet$ offnen ouvr يفتح تفتح 開き 開か 打开
login sign_in signing_in signin log_in logging_in login anmeld einlogg iniciar_sesion inicio_de_sesion me_connecter se_connecter connexion entrar$ fazer_login تسجيل_الدخول ログイン サインイン 登录 登入
code code$ codes$ codigo رمز الرمز コード 验证码 驗證碼
sms sms text_messag
pay pay$ pays$ paying payment pago$ pagos$ pagar zahlung zahlen bezahl paiement payer$ pagament الدفع ادفع 支払 決済 付款 支付
card card$ cards$ tarjeta karte$ karten carte$ cartes$ cartao cartoes بطاق カード 银行卡 信用卡
order order$ orders$ ordering pedido bestell commande$ commandes encomenda طلبات الطلب 注文 订单 訂單
checkout checkout check_out kasse$ caisse$ 結帳 结账 レジ
~ invoice invoic factur rechnung fatura billing فاتور فواتير الفواتير 請求書 发票 發票
~ password password contrasen passwor kennwort mot_de_passe senha$ senhas$ كلمة_المرور كلمة_السر パスワード 密码 密碼
~ refund refund reembols ruckerstatt rembours استرداد 返金 退款
~ cancel cancel kundig resili annuler الغاء 解約 退订
~ address address direccion adress endereco عنوان 住所 地址
~ plan plan$ plans$ subscription suscripcion abo$ abonnement assinatura seats اشتراك プラン 套餐
~ account account cuenta$ konto$ compte$ conta$ حساب アカウント 账户 帐户
~ price price discount descuento rabatt remise desconto quote$ خصم 割引 折扣
page page$ pages$ pagina paginas seite$ seiten صفح ページ 页面 頁面 website
picture picture photo foto$ fotos$ image$ images$ bild$ bilder imagen imagem صور صوره 画像 写真 图片 圖片 照片
sound sound audio sonido hear$ hears kein_ton pas_de_son aucun_son sem_som horen oye$ صوت 音声 音が 声音
call call$ calls$ anruf llamada videollamad appel$ appels$ chamada مكالم 通話 通话
video video فيديو ビデオ 视频
message message mensaje nachricht mensag رساله رسائل メッセージ 消息
mail mail$ mails$ email e-mail correo courriel بريد メール 邮件
app app$ apps$ application aplicacion aplicativo anwendung تطبيق アプリ 应用
calendar calendar kalender calendrier agenda$ تقويم カレンダー 日历
meeting appointment termin$ termine meeting cita$ citas$ reunion rendez-vous compromiss موعد مواعيد 予定 会议
sync sync synch sincroni مزامن 同期 同步
report report$ reports$ bericht informe rapport relatorio تقرير تقارير レポート 报表 报告
export export تصدير エクスポート 导出
file file$ files$ datei archivo fichier arquivo ملف ファイル 文件
search search suche$ suchen busqueda buscar recherche busca$ بحث 検索 搜索
shop shop$ store$ tienda boutique loja متجر ショップ 商店
product product produkt produit produto منتج 商品 产品
notify notification benachricht notificac اشعار 通知
update update aktualis actualic actualiz mise_a_jour atualiz تحديث アップデート 更新
phone phone$ phones handy telefon movil celular هاتف スマホ 手机
`;
