"""The synthetic documents: what each one is and what a checker must say about it.

Agencies, people and numbers are invented. A document conforms unless its entry says otherwise.
"""
from admin import *

UBND = ["ỦY BAN NHÂN DÂN", "XÃ NẬM SƯƠNG"]

REPORT_BODY = [
    ("p", "Thực hiện Kế hoạch số 05/KH-UBND ngày 15 tháng 01 năm 2025 của Ủy ban nhân dân tỉnh Hà Sơn về phát triển kinh tế - xã hội "
          "năm 2025, Ủy ban nhân dân xã Nậm Sương báo cáo kết quả thực hiện 9 tháng đầu năm như sau:"),
    ("h1", "I. KẾT QUẢ THỰC HIỆN"),
    ("h2", "1. Về kinh tế"),
    ("p", "Diện tích gieo trồng cả năm đạt 412 ha, vượt kế hoạch giao. Sản lượng lương thực có hạt ước đạt 1.850 tấn, lương thực bình quân đầu "
          "người tăng so với cùng kỳ năm trước. Công tác phòng, chống dịch bệnh trên đàn vật nuôi được triển khai đồng bộ, không để phát sinh "
          "ổ dịch mới trên địa bàn xã."),
    ("p", "Thu ngân sách nhà nước trên địa bàn bảo đảm tiến độ; các khoản chi được thực hiện đúng dự toán, tiết kiệm, hiệu quả. Các công trình "
          "đường giao thông nông thôn do nhân dân đóng góp ngày công được hoàn thành và đưa vào sử dụng trước mùa mưa."),
    ("h2", "2. Về văn hóa - xã hội"),
    ("p", "Công tác giáo dục, y tế tiếp tục được quan tâm. Tỷ lệ huy động trẻ trong độ tuổi đến trường được duy trì; các trạm y tế trực khám, "
          "chữa bệnh đầy đủ, cấp phát thuốc kịp thời cho người dân. Các hoạt động văn hóa, thể thao diễn ra sôi nổi tại các thôn, bản."),
    ("p", "Chính sách đối với người có công và các đối tượng bảo trợ xã hội được thực hiện đầy đủ, đúng chế độ. Công tác giảm nghèo tiếp tục "
          "có chuyển biến, số hộ nghèo giảm so với đầu năm."),
    ("h2", "3. Về quốc phòng, an ninh"),
    ("p", "a) Duy trì nghiêm chế độ trực sẵn sàng chiến đấu; hoàn thành công tác huấn luyện dân quân năm 2025."),
    ("p", "b) Tình hình an ninh trật tự trên địa bàn ổn định; không xảy ra vụ việc phức tạp, đông người."),
    ("p", "c) Công tác tiếp công dân, giải quyết đơn thư được thực hiện kịp thời, đúng thẩm quyền."),
    ("h1", "II. HẠN CHẾ, NGUYÊN NHÂN"),
    ("p", "Tiến độ giải ngân một số công trình còn chậm do thời tiết mưa nhiều, giá vật liệu tăng. Đội ngũ công chức còn thiếu, phải kiêm "
          "nhiệm nhiều việc nên chất lượng tham mưu ở một số lĩnh vực chưa cao. Ý thức chấp hành pháp luật của một bộ phận người dân còn hạn chế."),
    ("h1", "III. NHIỆM VỤ TRỌNG TÂM 3 THÁNG CUỐI NĂM"),
    ("p", "1. Tập trung thu hoạch lúa mùa, chuẩn bị tốt các điều kiện cho sản xuất vụ đông; theo dõi sát diễn biến dịch bệnh trên cây trồng, "
          "vật nuôi để xử lý kịp thời."),
    ("p", "2. Đẩy nhanh tiến độ thi công, giải ngân các công trình thuộc kế hoạch vốn đầu tư công năm 2025; quản lý chặt chẽ các nguồn thu."),
    ("p", "3. Tổ chức tốt các hoạt động văn hóa, thể thao chào mừng các ngày lễ; chăm lo đời sống các hộ nghèo, hộ khó khăn."),
    ("p", "4. Bảo đảm an ninh chính trị, trật tự an toàn xã hội; duy trì nghiêm chế độ trực, báo cáo theo quy định."),
    ("p", "Trên đây là báo cáo kết quả thực hiện nhiệm vụ phát triển kinh tế - xã hội 9 tháng đầu năm 2025 của Ủy ban nhân dân xã Nậm Sương./."),
]

REPORT = Spec(
    agency=UBND, subject=["Kết quả thực hiện nhiệm vụ phát triển kinh tế - xã hội", "9 tháng đầu năm 2025"],
    to="Ủy ban nhân dân tỉnh Hà Sơn", body=REPORT_BODY,
    recipients=["- Như trên;", "- Thường trực Đảng ủy;", "- Thường trực HĐND xã;", "- Các phòng, đơn vị thuộc xã;", "- Lưu: VT, KT."],
    sign=["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"])

LETTER = Spec(
    agency=UBND, symbol="Số: 245/UBND-KT", type=None, subject=["V/v rà soát diện tích", "sản xuất vụ đông năm 2025"],
    to="Sở Nông nghiệp và Môi trường tỉnh Hà Sơn",
    body=[
        ("p", "Thực hiện Công văn số 1830/SNNMT-TT ngày 05 tháng 9 năm 2025 của Sở Nông nghiệp và Môi trường tỉnh Hà Sơn về việc rà soát diện "
              "tích sản xuất vụ đông năm 2025, Ủy ban nhân dân xã Nậm Sương báo cáo như sau:"),
        ("p", "1. Tổng diện tích đất có khả năng sản xuất vụ đông trên địa bàn xã là 86 ha, tập trung tại các bản vùng thấp, chủ động được nước tưới."),
        ("p", "2. Cây trồng dự kiến gồm ngô, khoai tây và rau các loại; giống do các hộ tự chuẩn bị, phần còn thiếu đề nghị tỉnh hỗ trợ."),
        ("p", "Ủy ban nhân dân xã Nậm Sương đề nghị Sở Nông nghiệp và Môi trường xem xét, tổng hợp./."),
    ],
    recipients=["- Như trên;", "- Chủ tịch, các PCT UBND xã;", "- Lưu: VT, KT."], sign=["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
    signer="Lò Thị Sương")

DECISION = Spec(
    agency=UBND, symbol="Số: 318/QĐ-UBND", type="QUYẾT ĐỊNH", subject=["Về việc thành lập Tổ công tác chuyển đổi số xã Nậm Sương"],
    body=[
        ("clause", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ NẬM SƯƠNG"),
        ("basis", "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"),
        ("basis", "Căn cứ Kế hoạch số 05/KH-UBND ngày 15 tháng 01 năm 2025 của Ủy ban nhân dân tỉnh Hà Sơn về phát triển kinh tế - xã hội năm 2025;"),
        ("basis", "Theo đề nghị của Trưởng phòng Phòng Văn hóa - Xã hội."),
        ("order", "QUYẾT ĐỊNH:"),
        ("dieu", ("Điều 1.", " Thành lập Tổ công tác chuyển đổi số xã Nậm Sương gồm các ông, bà có tên sau:")),
        ("p", "1. Ông Hà Văn Thụ, Chủ tịch Ủy ban nhân dân xã - Tổ trưởng."),
        ("p", "2. Bà Lò Thị Sương, Phó Chủ tịch Ủy ban nhân dân xã - Tổ phó."),
        ("p", "3. Ông Vi Văn Ón, công chức Phòng Văn hóa - Xã hội - Thành viên."),
        ("dieu", ("Điều 2.", " Tổ công tác có nhiệm vụ:")),
        ("p", "a) Tham mưu cho Ủy ban nhân dân xã các giải pháp chuyển đổi số trên địa bàn;"),
        ("p", "b) Hướng dẫn người dân sử dụng dịch vụ công trực tuyến;"),
        ("p", "c) Thực hiện các nhiệm vụ khác do Chủ tịch Ủy ban nhân dân xã giao."),
        ("dieu", ("Điều 3.", " Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã, "
                  "các phòng, đơn vị có liên quan và các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.")),
    ],
    recipients=["- Như Điều 3;", "- Thường trực Đảng ủy;", "- Lưu: VT, VHXH."], sign=["CHỦ TỊCH"])

DECISION_INDIRECT_BODY = [
    ("clause", "ỦY BAN NHÂN DÂN XÃ NẬM SƯƠNG"),
    ("basis", "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"),
    ("basis", "Theo đề nghị của Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã."),
    ("order", "QUYẾT ĐỊNH:"),
    ("dieu", ("Điều 1.", " Ban hành kèm theo Quyết định này Quy chế làm việc của Tổ công tác chuyển đổi số xã Nậm Sương.")),
    ("dieu", ("Điều 2.", " Quyết định này có hiệu lực kể từ ngày ký.")),
    ("dieu", ("Điều 3.", " Các phòng, đơn vị thuộc xã và các cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.")),
]


def attached_regulation(composer):
    """Quy chế issued with a decision: agency and quốc hiệu, no number, no date."""
    writer = composer.writer
    at = writer.add("", para(CENTER), composer.char())
    at.BreakType = enum("com.sun.star.style.BreakType", "PAGE_BEFORE")
    right = composer.width - 65
    table = writer.table(1, [65, right])
    composer.agency(table.cell(0, 0), 65)
    composer.national(table.cell(0, 1), right)
    writer.add("QUY CHẾ", para(CENTER, before=14), composer.char(14, True))
    at = writer.add("Làm việc của Tổ công tác chuyển đổi số xã Nậm Sương", MIDDLE, composer.char(14, True))
    writer.add("(Kèm theo Quyết định số 319/QĐ-UBND ngày 11 tháng 9 năm 2025\ncủa Ủy ban nhân dân xã Nậm Sương)", MIDDLE,
               composer.char(14, italic=True))
    composer.rule(writer, "attached-line", at, 0.4 * text_width("Làm việc của Tổ công tác chuyển đổi số xã Nậm Sương", 14, True), 14,
                  composer.width, 3)
    for kind, content in [
        ("chapter", "Chương I"), ("chapter-title", "QUY ĐỊNH CHUNG"),
        ("h2", "Điều 1. Phạm vi điều chỉnh"),
        ("p", "Quy chế này quy định nguyên tắc, chế độ làm việc của Tổ công tác chuyển đổi số xã Nậm Sương."),
        ("h2", "Điều 2. Nguyên tắc làm việc"),
        ("p", "1. Tổ công tác làm việc theo chế độ tập thể, đề cao trách nhiệm người đứng đầu."),
        ("p", "2. Thành viên làm việc kiêm nhiệm, chịu trách nhiệm trước Tổ trưởng về nhiệm vụ được giao."),
        ("chapter", "Chương II"), ("chapter-title", "TỔ CHỨC THỰC HIỆN"),
        ("h2", "Điều 3. Chế độ họp, báo cáo"),
        ("p", "1. Tổ công tác họp định kỳ mỗi quý một lần, đột xuất khi cần thiết:"),
        ("p", "a) Tổ trưởng triệu tập và chủ trì cuộc họp;"),
        ("p", "b) Thư ký ghi biên bản và thông báo kết luận."),
        ("p", "2. Báo cáo được gửi Ủy ban nhân dân xã trước ngày 15 của tháng cuối quý./."),
    ]:
        composer.block(kind, content)


PLAN = Spec(
    agency=UBND, symbol="Số: 41/KH-UBND", type="KẾ HOẠCH", subject=["Tuyên truyền cải cách hành chính 6 tháng cuối năm 2025"],
    body=[
        ("p", "Thực hiện Kế hoạch số 05/KH-UBND ngày 15 tháng 01 năm 2025 của Ủy ban nhân dân tỉnh Hà Sơn về phát triển kinh tế - xã hội năm 2025, "
              "Ủy ban nhân dân xã Nậm Sương ban hành kế hoạch tuyên truyền cải cách hành chính 6 tháng cuối năm 2025 như sau:"),
        ("h1", "I. MỤC ĐÍCH, YÊU CẦU"),
        ("h2", "1. Mục đích"),
        ("p", "Nâng cao nhận thức của cán bộ, công chức và người dân về ý nghĩa, nội dung của cải cách hành chính."),
        ("h2", "2. Yêu cầu"),
        ("p", "Nội dung tuyên truyền ngắn gọn, dễ hiểu, phù hợp với từng nhóm đối tượng; bảo đảm tiết kiệm, hiệu quả."),
        ("h1", "II. NỘI DUNG"),
        ("p", "1. Tuyên truyền trên hệ thống truyền thanh của xã, mỗi tuần ít nhất hai lượt phát."),
        ("p", "2. Niêm yết công khai thủ tục hành chính tại nơi tiếp nhận hồ sơ."),
        ("p", "3. Tổ chức hội nghị tại các bản:"),
        ("p", "a) Thời gian: tháng 10 và tháng 11 năm 2025;"),
        ("p", "b) Thành phần: trưởng bản, người có uy tín và đại diện các hộ gia đình."),
        ("h1", "III. TỔ CHỨC THỰC HIỆN"),
        ("p", "1. Phòng Văn hóa - Xã hội chủ trì, theo dõi, đôn đốc việc thực hiện Kế hoạch này."),
        ("p", "2. Các phòng, đơn vị thuộc xã phối hợp thực hiện, báo cáo kết quả trước ngày 15 tháng 12 năm 2025./."),
    ],
    recipients=["- UBND tỉnh (để b/c);", "- Thường trực Đảng ủy;", "- Các phòng, đơn vị thuộc xã;", "- Lưu: VT, VHXH."],
    sign=["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], signer="Lò Thị Sương")

SUBMISSION = Spec(
    agency=UBND, symbol="Số: 09/TTr-UBND", type="TỜ TRÌNH", subject=["Về việc phê duyệt kế hoạch vốn đầu tư công năm 2026"],
    to="Hội đồng nhân dân xã Nậm Sương",
    body=[
        ("p", "Căn cứ tình hình thực tế của địa phương, Ủy ban nhân dân xã Nậm Sương trình Hội đồng nhân dân xã xem xét, phê duyệt kế hoạch vốn đầu "
              "tư công năm 2026 với các nội dung chính sau:"),
        ("p", "1. Sự cần thiết: các tuyến đường liên bản đã xuống cấp, đi lại khó khăn vào mùa mưa."),
        ("p", "2. Tổng mức vốn đề nghị: 2.400 triệu đồng từ nguồn ngân sách xã."),
        ("p", "Ủy ban nhân dân xã Nậm Sương kính trình Hội đồng nhân dân xã xem xét, quyết định./."),
    ],
    recipients=["- Như trên;", "- Thường trực Đảng ủy;", "- Lưu: VT, KT."], sign=["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"])

NOTICE = Spec(
    agency=UBND, symbol="Số: 77/TB-UBND", type="THÔNG BÁO", subject=["Kết luận của Chủ tịch Ủy ban nhân dân xã tại phiên họp tháng 8"],
    body=[
        ("p", "Ngày 28 tháng 8 năm 2025, Chủ tịch Ủy ban nhân dân xã Nậm Sương chủ trì phiên họp thường kỳ tháng 8. Sau khi nghe báo cáo và ý kiến "
              "của các đại biểu, Chủ tịch Ủy ban nhân dân xã kết luận như sau:"),
        ("p", "1. Các phòng, đơn vị rà soát tiến độ thực hiện nhiệm vụ, hoàn thành trước ngày 30 tháng 9 năm 2025."),
        ("p", "2. Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã theo dõi, đôn đốc, tổng hợp báo cáo."),
        ("p", "Thông báo để các phòng, đơn vị biết, thực hiện./."),
    ],
    recipients=["- Chủ tịch, các PCT UBND xã;", "- Các phòng, đơn vị thuộc xã;", "- Lưu: VT."],
    sign=["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"], signer="Vi Thị Mây")


def minutes_end(composer):
    """Two signatures; the recipients below the secretary's."""
    writer = composer.writer
    half = composer.width / 2
    table = writer.table(2, [half, half])
    for column, (title, name) in enumerate((("THƯ KÝ", "Vi Văn Ón"), ("CHỦ TỌA", "Hà Văn Thụ"))):
        cell = table.cell(0, column)
        at = cell.add(title, MIDDLE, composer.char(14, True))
        composer.named.setdefault("position", at)
        cell.empty(4)
        at = cell.add(name, MIDDLE, composer.char(14, True))
        composer.named.setdefault("signer", at)
    composer.recipients(table.cell(1, 0))


MINUTES = Spec(
    agency=UBND, symbol="Số: 14/BB-UBND", place=None, type="BIÊN BẢN", subject=["Họp xét duyệt hộ nghèo, hộ cận nghèo năm 2025"],
    body=[
        ("p", "Thời gian bắt đầu: 08 giờ 00 phút, ngày 11 tháng 9 năm 2025."),
        ("p", "Địa điểm: Hội trường Ủy ban nhân dân xã Nậm Sương."),
        ("p", "Thành phần tham dự: đại diện lãnh đạo xã, các đoàn thể và trưởng các bản."),
        ("p", "Chủ trì (chủ tọa): ông Hà Văn Thụ, Chủ tịch Ủy ban nhân dân xã."),
        ("p", "Thư ký (người ghi biên bản): ông Vi Văn Ón, công chức Phòng Văn hóa - Xã hội."),
        ("p", "Nội dung: cuộc họp nghe báo cáo kết quả rà soát, thảo luận và nhất trí với danh sách hộ nghèo, hộ cận nghèo năm 2025."),
        ("p", "Cuộc họp kết thúc vào 10 giờ 30 phút, ngày 11 tháng 9 năm 2025./."),
    ],
    recipients=["- Thành phần dự họp;", "- Lưu: VT, Hồ sơ."], sign=[], signer=None, form=minutes_end)

INVITATION = Spec(
    agency=UBND, symbol="Số: 63/GM-UBND", type="GIẤY MỜI", subject=["Họp triển khai công tác phòng, chống thiên tai"],
    body=[
        ("p", "Ủy ban nhân dân xã Nậm Sương trân trọng kính mời: Trưởng các bản trên địa bàn xã."),
        ("p", "Tới dự: Hội nghị triển khai công tác phòng, chống thiên tai năm 2025."),
        ("p", "Chủ trì: ông Hà Văn Thụ, Chủ tịch Ủy ban nhân dân xã."),
        ("p", "Thời gian: 14 giờ 00 phút, ngày 15 tháng 9 năm 2025."),
        ("p", "Địa điểm: Hội trường Ủy ban nhân dân xã Nậm Sương./."),
    ],
    recipients=["- Như thành phần mời;", "- Lưu: VT."], sign=["TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"], signer="Vi Thị Mây")

TELEGRAM = Spec(
    agency=UBND, symbol="Số: 02/CĐ-UBND", type="CÔNG ĐIỆN", subject=["Về việc ứng phó với mưa lũ"],
    body=[
        ("center", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ NẬM SƯƠNG điện:"),
        ("p", "- Trưởng các bản trên địa bàn xã;"),
        ("p", "- Trưởng Công an xã, Chỉ huy trưởng Ban Chỉ huy quân sự xã."),
        ("p", "Theo dự báo, từ đêm 11 đến ngày 13 tháng 9 năm 2025, trên địa bàn xã có mưa to đến rất to. Để chủ động ứng phó, Chủ tịch Ủy ban "
              "nhân dân xã yêu cầu:"),
        ("p", "1. Rà soát các khu vực có nguy cơ sạt lở, sẵn sàng di dời người dân đến nơi an toàn."),
        ("p", "2. Tổ chức trực ban 24/24 giờ, báo cáo kịp thời tình hình về Ủy ban nhân dân xã./."),
    ],
    recipients=["- Như trên;", "- UBND tỉnh (để b/c);", "- Lưu: VT, KT."], sign=["CHỦ TỊCH"])


def copy_block(composer):
    """“SAO Y” below the end of the document, under a line across the text."""
    Composer.ending(dataclass_shim(composer, form=None))
    writer = composer.writer
    writer.border(para(CENTER, before=12))
    right = composer.width - 65
    table = writer.table(2, [65, right])
    composer.agency(table.cell(0, 0), 65)
    table.cell(0, 1).add("SAO Y", MIDDLE, composer.char(14, True))
    table.cell(1, 0).add("Số: 05/SY-UBND", para(CENTER, before=6), composer.char(13))
    table.cell(1, 1).add("Nậm Sương, ngày 15 tháng 9 năm 2025", para(CENTER, before=6), composer.char(13, italic=True))
    writer.add("", para(CENTER), composer.char(6))
    table = writer.table(1, [75, composer.width - 75])
    cell = table.cell(0, 0)
    cell.add("Nơi nhận:", para(LEFT), composer.char(12, True, True))
    for line in ("- Các phòng, đơn vị thuộc xã;", "- Lưu: VT."):
        cell.add(line, para(LEFT), composer.char(11))
    cell = table.cell(0, 1)
    for line in ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"):
        cell.add(line, MIDDLE, composer.char(14, True))
    cell.empty(4)
    cell.add("Vi Thị Mây", MIDDLE, composer.char(14, True))


def dataclass_shim(composer, **changes):
    """The same composer with some fields of its spec changed."""
    import copy
    other = copy.copy(composer)
    other.spec = dataclasses.replace(composer.spec, **changes)
    return other


PUBLIC_LETTER = Spec(
    agency=["CHỦ TỊCH", "ỦY BAN NHÂN DÂN", "XÃ NẬM SƯƠNG"], symbol=None, type="THƯ CHÚC MỪNG", subject=["Nhân ngày Khai giảng năm học 2025 - 2026"],
    body=[
        ("p", "Thân ái gửi các thầy giáo, cô giáo và các em học sinh trên địa bàn xã Nậm Sương!"),
        ("p", "Nhân dịp khai giảng năm học 2025 - 2026, tôi gửi tới các thầy giáo, cô giáo, các bậc phụ huynh và các em học sinh lời chúc mừng tốt đẹp nhất."),
        ("p", "Chúc các em học sinh một năm học mới nhiều niềm vui và thành công!"),
    ],
    recipients=None, sign=["CHỦ TỊCH"])


def party(office):
    """A report of a Party committee: no quốc hiệu, “Số 12-BC/ĐU”."""
    spec = dataclasses.replace(REPORT, number="none")
    composer = Composer(office, spec)
    composer.page()
    writer = composer.writer
    table = writer.table(2, [70, composer.width - 70])
    cell = table.cell(0, 0)
    cell.add("ĐẢNG BỘ TỈNH HÀ SƠN", MIDDLE, char(14))
    cell.add("ĐẢNG ỦY XÃ NẬM SƯƠNG", MIDDLE, char(14, True))
    cell.add("*", MIDDLE, char(14))
    cell.add("Số 12-BC/ĐU", MIDDLE, char(14))
    cell = table.cell(0, 1)
    at = cell.add("ĐẢNG CỘNG SẢN VIỆT NAM", MIDDLE, char(15, True))
    composer.rule(cell, "party-line", at, text_width("ĐẢNG CỘNG SẢN VIỆT NAM", 15, True), 15, composer.width - 70)
    table.cell(1, 1).add("Nậm Sương, ngày 11 tháng 9 năm 2025", MIDDLE, char(14, italic=True))
    writer.add("BÁO CÁO", para(CENTER, before=14), char(16, True))
    writer.add("Kết quả thực hiện nhiệm vụ 9 tháng đầu năm 2025", MIDDLE, char(14, True))
    writer.add("-----", MIDDLE, char(14))
    for kind, content in REPORT_BODY[1:8]:
        composer.block(kind, content)
    table = writer.table(1, [75, composer.width - 75])
    cell = table.cell(0, 0)
    cell.add([("Nơi nhận:", char(14, underline=True))], para(LEFT))
    for line in ("- Thường trực Tỉnh ủy,", "- Các chi bộ trực thuộc,", "- Lưu Văn phòng Đảng ủy."):
        cell.add(line, para(LEFT), char(12))
    cell = table.cell(0, 1)
    cell.add("T/M ĐẢNG ỦY", MIDDLE, char(14, True))
    cell.add("BÍ THƯ", MIDDLE, char(14))
    cell.empty(4)
    cell.add("Vi Văn Hòa", MIDDLE, char(14, True))
    composer.draw()
    return composer.document


LEGAL = Spec(
    agency=["HỘI ĐỒNG NHÂN DÂN", "TỈNH HÀ SƠN"], symbol="Số: 03/2025/NQ-HĐND", type="NGHỊ QUYẾT",
    place="Hà Sơn, ngày 11 tháng 9 năm 2025",
    subject=["Quy định mức thu phí tham quan danh lam thắng cảnh", "trên địa bàn tỉnh Hà Sơn"],
    body=[
        ("basis", "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;"),
        ("basis", "Hội đồng nhân dân ban hành Nghị quyết quy định mức thu phí tham quan danh lam thắng cảnh trên địa bàn tỉnh Hà Sơn."),
        ("h2", "Điều 1. Phạm vi điều chỉnh"),
        ("p", "Nghị quyết này quy định mức thu phí tham quan danh lam thắng cảnh trên địa bàn tỉnh Hà Sơn."),
        ("h2", "Điều 2. Hiệu lực thi hành"),
        ("p", "Nghị quyết này có hiệu lực thi hành từ ngày 01 tháng 10 năm 2025./."),
    ],
    recipients=["- Ủy ban Thường vụ Quốc hội;", "- Lưu: VT."], sign=["CHỦ TỊCH"])


def plain_letter(office):
    document = office.new()
    writer = Writer(document, document.Text)
    for line in ("Chào chị Hoa,", "Tuần sau em về thăm nhà, chị nhắn mẹ đừng nấu gì nhiều. Em mang theo ít quà cho các cháu.",
                 "Hẹn gặp chị cuối tuần.", "Em Lan"):
        writer.add(line, para(LEFT), char(12))
    return document


def blank(office):
    return office.new()


# -- documents with a property of their own ----------------------------------------------------------------------

def nfd_body():
    """Combining marks in two neighbouring paragraphs and in one further on."""
    body = list(REPORT_BODY)
    for index in (3, 4, 12):
        body[index] = (body[index][0], unicodedata.normalize("NFD", body[index][1]))
    return body


TCVN3 = {}
for letters, codes in (
        ("àảãáạ", "µ¶·¸¹"), ("ằẳẵắặ", "»¼½¾Æ"), ("ầẩẫấậ", "ÇÈÉÊË"), ("èẻẽéẹ", "ÌÎÏÐÑ"), ("ềểễếệ", "ÒÓÔÕÖ"), ("ìỉĩíị", "×ØÜÝÞ"),
        ("òỏõóọ", "ßáâãä"), ("ồổỗốộ", "åæçèé"), ("ờởỡớợ", "êëìíî"), ("ùủũúụ", "ïñòóô"), ("ừửữứự", "õö÷øù"), ("ỳỷỹýỵ", "úûüýþ"),
        ("ăâêôơưđ", "¨©ª«¬\u00ad®"), ("ĂÂÊÔƠƯĐ", "¡¢£¤¥¦§")):
    TCVN3.update(zip(letters, codes))


def tcvn3(text):
    """The letters that a TCVN3 font needs to show `text` (lower case only has all marks)."""
    return "".join(TCVN3.get(c, c) for c in text)


def legacy_body():
    """One paragraph in real TCVN3, further on one paragraph of Unicode text that only names the font."""
    body = list(REPORT_BODY)
    body[3] = ("call", lambda c: c.writer.add(tcvn3(body_text(3)), c.body_format, c.char(font=".VnTime")))
    body[13] = ("call", lambda c: c.writer.add(body_text(13), c.body_format, c.char(font=".VnTime")))
    return body


def body_text(index):
    return REPORT_BODY[index][1]


def track(composer):
    """A sentence struck out, a word replaced: the text with all changes accepted conforms."""
    document = composer.document
    document.RecordChanges = True
    search = document.createSearchDescriptor()
    search.SearchString = "hiệu quả."
    found = document.findFirst(search)
    if found:
        found.String = "hiệu quả, đúng mục đích."
    search.SearchString = "tiếp tục được quan tâm"
    found = document.findFirst(search)
    if found:
        found.String = ""
    document.RecordChanges = False


def track_symbol(composer):
    """The number line read “SỐ” and the end mark was missing before the tracked changes."""
    document = composer.document
    document.RecordChanges = True
    search = document.createSearchDescriptor()
    search.SearchRegularExpression = False
    for old, new in (("Kết quả thực hiện nhiệm vụ phát triển", "Tình hình thực hiện nhiệm vụ phát triển"), ("12/BC-UBND", "13/BC-UBND")):
        search.SearchString = old
        found = document.findFirst(search)
        if found:
            found.String = new
    document.RecordChanges = False


def comment(composer):
    document = composer.document
    for needle in ("Sản lượng lương thực", "Công tác giáo dục"):
        search = document.createSearchDescriptor()
        search.SearchString = needle
        found = document.findFirst(search)
        note = document.createInstance("com.sun.star.text.textfield.Annotation")
        note.Content, note.Author = "Đề nghị kiểm tra lại số liệu.", "Người soát"
        found.Text.insertTextContent(found.Start, note, False)


def landscape_appendix(composer):
    """“Phụ lục” with a wide table on a landscape page, numbers of its own."""
    document, writer = composer.document, composer.writer
    pages = document.StyleFamilies.getByName("PageStyles")
    style = document.createInstance("com.sun.star.style.PageStyle")
    pages.insertByName("Phu luc ngang", style)
    style.IsLandscape = True
    style.Width, style.Height = mm(297), mm(210)
    style.TopMargin, style.BottomMargin, style.LeftMargin, style.RightMargin = mm(10), mm(20), mm(30), mm(20)
    style.HeaderIsOn = True
    Composer.header_format(style)
    style.FirstIsShared = False
    Writer(document, style.HeaderText).add([(page_field(document), char(14))], para(CENTER), char(14))
    at = writer.add("Phụ lục", para(CENTER), char(14, True))
    at.PageDescName = "Phu luc ngang"
    at.PageNumberOffset = 1
    composer.named["phu-luc"] = at
    composer.named["phu-luc-title"] = writer.add("BIỂU TỔNG HỢP DIỆN TÍCH GIEO TRỒNG", MIDDLE, char(14, True))
    composer.named["phu-luc-attached"] = writer.add("(Kèm theo Báo cáo số 12/BC-UBND ngày 11 tháng 9 năm 2025\ncủa Ủy ban nhân dân xã Nậm Sương)", MIDDLE, char(14, italic=True))
    composer.block("table", ([15, 70, 50, 50, 62], [["TT", "Bản", "Lúa (ha)", "Ngô (ha)", "Ghi chú"], ["1", "Bản Mường", "32", "18", ""],
                                                    ["2", "Bản Sương", "41", "25", ""], ["3", "Nà Cọ", "27", "30", ""]]))


def with_reference():
    body = list(REPORT_BODY)
    body[3] = ("p", body[3][1] + " Số liệu chi tiết có Phụ lục kèm theo.")
    return body


def protect(composer):
    """Everything from the first heading on stands in a protected section."""
    document = composer.document
    section = document.createInstance("com.sun.star.text.TextSection")
    section.Name, section.IsProtected = "Phần khóa", True
    cursor = document.Text.createTextCursorByRange(composer.named["h1"])
    end = composer.named["last"]
    cursor.gotoRange(end, True)
    document.Text.insertTextContent(cursor, section, True)


def read_only(composer):
    composer.document.createInstance("com.sun.star.document.Settings").LoadReadonly = True


def urgent(composer):
    """The red urgency stamp below the number, in its frame."""
    anchor = composer.named["symbol"]
    frame, inner = composer.writer.frame(20, 8, 22, 8, "Dấu khẩn", border=True, anchor=anchor, in_paragraph=True)
    frame.HoriOrient, frame.HoriOrientRelation, frame.VertOrientPosition = 2, 0, mm(8)
    frame.FrameIsAutomaticHeight = False
    frame.TextWrap = enum("com.sun.star.text.WrapTextMode", "THROUGH")
    composer.named["do-khan"] = inner.add("KHẨN", MIDDLE, char(13, True, color=0xFF0000))


def body_with_table():
    body = list(REPORT_BODY)
    body.insert(5, ("table", ([12, 70, 40, 40], [["TT", "Chỉ tiêu", "Kế hoạch", "Thực hiện"], ["1", "Diện tích lúa (ha)", "98", "100"],
                                                  ["2", "Diện tích ngô (ha)", "70", "73"]])))
    return body


def finding(rule, count=1, text=None, **more):
    entry = {"rule": rule, "count": count}
    if text:
        entry["text"] = text
    entry.update(more)
    return entry


# What the words of the sample report have, whatever its layout (source/slips.tsv).
REPORT_WORDS = [
    finding("so-lieu/format", text="34,15 %"), finding("so-lieu/ratio", text="131,2%"),
    finding("so-lieu/conflict", text="100% các văn bản đi"), finding("so-lieu/conflict", text="Tổng số hồ sơ tiếp nhận: 671 hồ sơ"),
    finding("so-lieu/conflict", text="tỷ lệ thanh toán trực tuyến cao"),
    finding("vien-dan/conflict", text="Kế hoạch số 12/KH-UBND"), finding("vien-dan/first-full", text="02-KH/BCĐTW"),
    finding("vien-dan/first-full", text="118/2025/NĐ-CP"), finding("vien-dan/first-full", text="111/2022/NĐ-CP"),
    finding("vien-dan/conflict", text="111/2020/NĐ-CP"), finding("vien-dan/later-short", text="39/KH-UBND"),
    finding("vien-dan/style", text="25 tháng 7 năm 2025"), finding("vien-dan/style", text="42/QĐ-UBND ngày 07/7/2025 việc"),
    finding("vien-dan/style", text="57-NQ/TW, ngày 22/12/2024"), finding("vien-dan/style", text="Điều 4, Nghị định số 42/2022/NĐ-CP"),
    finding("vien-dan/style", text="24/06/2022"),
]
# … and its footnotes; typed as paragraphs they follow a lead-in that names the issuer.
REPORT_NOTES = [*(finding("vien-dan/first-full", text=text) for text in ("88/QĐ-UBND", "87/QĐ-UBND", "314/QĐ-UBND")),
                finding("vien-dan/style", text=", Công văn số 1712/SNV-TCBM&CCVC")]


@dataclass
class Sample:
    name: str
    build: Any                                     # Spec, or a function (office) -> document
    scope: str = "nd30"
    type: str | None = None                        # None: not compared
    findings: list = field(default_factory=list)
    formats: tuple = (".odt", ".docx")
    note: str = ""


def report(**changes):
    return dataclasses.replace(REPORT, **changes)


def samples():
    both = (".odt", ".docx")
    return [
        # Layouts of the header
        Sample("dau-trang-bang-1-hang", report(header="table1"), type="BC"),
        Sample("dau-trang-bang-2-hang", report(), type="BC"),
        Sample("dau-trang-bang-long", report(header="nested"), type="BC"),
        Sample("dau-trang-bang-3-cot", report(header="table3"), type="BC"),
        Sample("dau-trang-khung-chu", report(header="frames"), type="BC", formats=(".odt",), note="a shape in a text box does not exist in .docx"),
        Sample("dau-trang-khung-chu-gach", report(header="frames", rule="underscores"), type="BC"),
        Sample("dau-trang-tab", report(header="tabs"), type="BC"),
        Sample("dau-trang-dau-cach", report(header="spaces"), type="BC"),
        Sample("quoc-hieu-tieu-ngu-mot-doan", report(joined=True), type="BC"),
        Sample("co-quan-quoc-hieu-mot-doan", report(header="one-paragraph"), type="BC"),
        Sample("co-quan-chu-quan", report(superior=["UBND TỈNH HÀ SƠN"], agency=["SỞ VĂN HÓA VÀ DU LỊCH"], symbol="Số: 88/BC-SVHDL",
               place="Hà Sơn, ngày 05 tháng 02 năm 2026", sign=["GIÁM ĐỐC"]), type="BC"),
        # Separator lines
        Sample("ke-hinh-tu-do", report(rule="custom"), type="BC"),
        Sample("ke-duong-noi", report(rule="connector"), type="BC"),
        Sample("ke-vien-doan", report(rule="border"), type="BC"),
        Sample("ke-gach-duoi", report(rule="underscores"), type="BC"),
        Sample("ke-gach-ngang", report(rule="dashes"), type="BC"),
        # Page numbers
        Sample("so-trang-khung", report(number="frame"), type="BC"),
        Sample("so-trang-first-page", report(number="first-page"), type="BC"),
        # Recipients and signature
        Sample("noi-nhan-ngat-dong", report(end="breaks"), type="BC"),
        Sample("noi-nhan-3-cot", report(end="table3"), type="BC"),
        Sample("noi-nhan-bang-long", report(end="nested"), type="BC"),
        Sample("noi-nhan-doan", report(end="body"), type="BC",
               findings=[finding("noi-nhan/position", optional=True)], note="Nơi nhận stands below the signature, as many forms have it"),
        # Kinds of document
        Sample("cong-van", LETTER, type="CV"),
        Sample("cong-van-nhieu-noi", dataclasses.replace(LETTER, to=["- Sở Nông nghiệp và Môi trường;", "- Sở Tài chính;", "- Sở Công Thương."]), type="CV"),
        Sample("quyet-dinh", DECISION, type="QĐ"),
        Sample("quyet-dinh-gian-tiep", dataclasses.replace(
            DECISION, symbol="Số: 319/QĐ-UBND", subject=["Về việc ban hành Quy chế làm việc", "của Tổ công tác chuyển đổi số xã Nậm Sương"],
            body=DECISION_INDIRECT_BODY, sign=["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], extra=attached_regulation), type="QĐ"),
        Sample("ke-hoach", PLAN, type="KH"),
        Sample("to-trinh", SUBMISSION, type="TTr"),
        Sample("thong-bao", NOTICE, type="TB"),
        Sample("bien-ban", MINUTES, type="BB"),
        Sample("giay-moi", INVITATION, type="GM"),
        Sample("cong-dien", TELEGRAM, type="CĐ"),
        Sample("ban-sao", dataclasses.replace(NOTICE, form=copy_block), type="TB"),
        Sample("thu-cong", PUBLIC_LETTER, type="TCg"),
        # Other scopes
        Sample("van-ban-dang", party, scope="party"),
        Sample("van-ban-quy-pham", LEGAL, scope="legal"),
        Sample("thu-thuong", plain_letter, scope="other"),
        Sample("rong", blank, scope="other"),
        # States of a document
        Sample("du-thao", report(symbol="Số:       /BC-UBND", place="Nậm Sương, ngày      tháng 9 năm 2025"), type="BC"),
        Sample("du-thao-dau-cham", report(symbol="Số: ……/BC-UBND", place="Nậm Sương, ngày … tháng … năm 2025"), type="BC"),
        Sample("theo-doi-thay-doi", report(extra=track), type="BC"),
        Sample("theo-doi-dau-trang", report(extra=track_symbol), type="BC"),
        Sample("nhan-xet", report(extra=comment), type="BC"),
        Sample("phu-luc-ngang", report(body=with_reference(), extra=landscape_appendix), type="BC"),
        Sample("vung-khoa", report(extra=protect), type="BC", formats=(".odt",)),
        Sample("chi-doc", report(extra=read_only), type="BC", formats=(".odt",)),
        Sample("dau-khan", report(extra=urgent), type="BC"),
        Sample("co-bang", report(body=body_with_table()), type="BC"),
        Sample("co-hoa-dat-dau", report(national="CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", agency=["UỶ BAN NHÂN DÂN", "XÃ NẬM SƯƠNG"],
               sign=["TM. UỶ BAN NHÂN DÂN", "CHỦ TỊCH"]), type="BC"),
        Sample("co-13", report(size=13, indent=10), type="BC"),
        Sample("fodt", report(), type="BC", formats=(".fodt",)),
        # Documents with faults
        Sample("chu-to-hop", report(body=nfd_body()), type="BC",
               findings=[finding("noi-dung/encoding", 2)], note="combining marks: one run of two paragraphs, one of one"),
        Sample("phong-vntime", report(body=legacy_body()), type="BC",
               findings=[finding("noi-dung/encoding", 1), finding("noi-dung/font", 1), finding("noi-dung/font", 1, optional=True)],
               note="real TCVN3 in .VnTime (encoding and font), then Unicode text that only names .VnTime (font)"),
    ]
