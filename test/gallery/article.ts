/** The text of the gallery's article. */
export const BODY =
  'Từ ngày 1/1, người dân tra được quy hoạch từng thửa đất trên cổng dữ liệu của tỉnh mà không phải nộp phí. Sở cho biết đã có 312.000 thửa được chuẩn hóa, đạt 78%. Bốn huyện miền núi sẽ hoàn tất trong quý II, chậm hơn kế hoạch ba tháng.';
