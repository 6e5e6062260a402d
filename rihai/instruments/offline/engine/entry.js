export { createInstance, editInstance, loadForm, restoreInstance } from "@getodk/xforms-engine";
