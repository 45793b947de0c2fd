// The page's templates and the places in them, such as {label}: a script brings data, the page has structure and words.

/** A copy of what stands in one of the page's templates. */
export const part = name => document.querySelector(`template[data-part="${name}"]`).content.cloneNode(true);

/** Put values in a node's places; a place without a value stays. An attribute left empty goes, a link without an address becomes text. */
export function fill(node, values) {
  const put = text => text.replace(/\{([\w-]+)\}/g, (place, name) => values[name] ?? place);
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) texts.currentNode.data = put(texts.currentNode.data);
  for (const element of [node, ...node.querySelectorAll("*")]) {
    for (const { name, value } of [...element.attributes ?? []]) {
      if (put(value)) element.setAttribute(name, put(value));
      else if (value) element.removeAttribute(name);
    }
  }
  for (const link of node.querySelectorAll("a:not([href])")) {
    const text = document.createElement("span");
    if (link.lang) text.lang = link.lang;
    text.append(...link.childNodes);
    link.replaceWith(text);
  }
  return node;
}
