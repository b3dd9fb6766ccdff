import type { related as english } from '../en/related.ts';

export const related: typeof english = {
  inLibrary: 'Trong thư viện của bạn',
  earlier: 'Trước đó',
  sameText: 'Đã có bài này, lấy từ',
  moreFromLibrary: 'Tìm thêm trong thư viện',
  moreFailed: 'Thư viện không trả lời.',
  nothingMore: 'Thư viện không còn tin nào liên quan.',
  onPage: 'Tin liên quan trên trang',
  lookAgain: 'Tìm lại',
  looking: 'Đang tìm…',
  nothingOnPage: 'Không thấy tin nào.',
  reasons: { story: 'cùng câu chuyện', section: 'cùng chuyên mục', category: 'cùng chủ đề' },

  story: 'Cùng câu chuyện',
  original: 'bản gốc',
  notThisStory: 'Không phải chuyện này',
  notThisStoryOf: (title) => `Không phải chuyện này: ${title}`,
  sameStory: 'Cùng câu chuyện',
  sameStoryOf: (title) => `“${title}” thuộc cùng câu chuyện`,
  sources: (count) => `${count} nguồn`,
  stories: () => 'câu chuyện',
};
