import type { ThemeConfig } from 'antd'

/** Calm and dense: one brand colour, light greys, type that is set for Chinese. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0F766E',
    colorLink: '#0F766E',
    // antd's own for what is pointed at are lighter: below 4.5:1 as text, and below text.
    colorPrimaryHover: '#0B5F58',
    colorLinkHover: '#0B5F58',
    // antd derives these from the brand colour, too dark for a background.
    colorPrimaryBg: '#E4F3F1',
    colorPrimaryBgHover: '#D3EBE8',
    colorPrimaryBorder: '#8CC9C2',
    colorInfoBg: '#E4F3F1',
    colorInfoBorder: '#A9D5CF',
    controlItemBgActive: '#E4F3F1',
    controlItemBgActiveHover: '#D3EBE8',
    colorInfo: '#0F766E',
    // antd's own red falls below 4.5:1 as text.
    colorError: '#B42318',
    colorBgLayout: '#F5F7F7',
    colorText: '#1F2A2A',
    // antd's own greys for secondary text fall below 4.5:1 on white.
    colorTextSecondary: '#54605F',
    colorTextTertiary: '#62706F',
    colorTextDescription: '#62706F',
    colorTextPlaceholder: '#697574',
    borderRadius: 6,
    motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    fontFamily:
      "'PingFang SC', 'HarmonyOS Sans SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', system-ui, sans-serif",
    fontFamilyCode: "ui-monospace, 'SF Mono', Consolas, 'Liberation Mono', 'Noto Sans Mono CJK SC', monospace",
  },
  components: {
    Table: {
      headerBg: '#EEF3F2',
      headerColor: '#3E4A49',
      cellPaddingBlockMD: 9,
      cellPaddingInlineMD: 12,
      rowSelectedBg: '#FFFFFF',
      rowSelectedHoverBg: '#FAFBFB',
    },
    Menu: { itemHeight: 38, itemBorderRadius: 6, groupTitleFontSize: 12, itemSelectedBg: '#E4F3F1' },
    Layout: { siderBg: '#FFFFFF', headerBg: '#FFFFFF', headerHeight: 52, headerPadding: '0 20px' },
    Form: { itemMarginBottom: 18 },
    Segmented: { trackBg: '#E6ECEB' },
  },
}
