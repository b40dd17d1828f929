const collective =
  /(?:报|報|网|網|社|台|臺|局|部|组|組|处|處|室|中心|团队|團隊|编辑|編輯|记者站|記者站|工作室|委员会|委員會|大学|大學|公司|协会|協會)$|\b(?:desk|staff|team|newsroom|agency|news|press|times|daily|editors|board|office|reporters)$/i;

/** Whether a byline names people together (新华社, 本报编辑部, News desk) and not one person. */
export const isCollective = (name: string): boolean => collective.test(name.trim());
